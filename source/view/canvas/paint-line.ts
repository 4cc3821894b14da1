import {toAscii} from '../../format/ascii.ts';
import {clean, enoughFor} from '../../format/sanitise.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import type {Clean} from '../../format/visible.ts';
import {cut} from '../../format/width.ts';
import {reset, type Theme} from '../theme/theme.ts';

export interface Painter {
	/**
	 * The line as text for the terminal: exactly `width` cells, every span through the gate, no escape
	 * but SGR, and the style reset at the end.
	 */
	line(line: Line, width: number): string;
}

export const createPainter = (theme: Theme, symbols: Symbols): Painter => {
	const gate = symbols.chart === 'ascii' ? asciiGate : clean;
	return {
		line(line, width) {
			let room = Math.max(0, Math.floor(width));
			let painted = '';
			let active = reset;
			const padded: Line = [...line, {text: ' '.repeat(room)}];
			for (const span of padded) {
				if (room === 0) break;
				const {text, cells} = intoRoom(gate(enoughFor(span.text, room)), room);
				const style = theme.sgr(span.style, span.isSelected ? 'selected' : 'plain');
				if (style !== active) painted += style;
				active = style;
				painted += text;
				room -= cells;
			}
			return active === reset ? painted : painted + reset;
		},
	};
};

/** Half of a wide character becomes a space, so that nothing else takes its cell. */
const intoRoom = (whole: Clean, room: number): Clean => {
	const part = cut(whole, room);
	return part === whole || part.cells === room ? part : {text: `${part.text} `, cells: room};
};

const asciiGate = (foreign: string): Clean => {
	const {text, cells} = clean(foreign);
	return {text: toAscii(text), cells};
};
