import {eachRun} from '../../format/escape-sequence.ts';
import {clean} from '../../format/sanitise.ts';
import {sliceCells} from '../../format/width.ts';
import {reset} from '../theme/theme.ts';

/**
 * Exactly `width` cells of a styled line from cell `from` on, blank where the line has ended. Only
 * SGR survives and all text passes the gate, so that nothing else can reach the terminal by way of
 * a component that forgot it.
 */
export const sliceAnsi = (line: string, from: number, width: number): string => {
	let painted = '';
	let style = '';
	let column = 0;
	let cells = 0;
	eachRun(line, (start, end, sequenceEnd) => {
		const run = clean(line.slice(start, end));
		const part = sliceCells(run.text, Math.max(0, from - column), width - cells);
		if (part.cells > 0) {
			painted += style + part.text;
			style = '';
		}
		column += run.cells;
		cells += part.cells;
		style = styleAfter(style, line.slice(end, sequenceEnd));
		return cells < width;
	});
	const end = painted.includes('\u001b') ? reset : '';
	return painted + end + ' '.repeat(Math.max(0, width - cells));
};

const sgr = /^\u001b\[[\d;]*m$/;

/** SGR sequences add up until one resets. */
const styleAfter = (style: string, sequence: string): string => {
	if (!sgr.test(sequence)) return style;
	return sequence === reset || sequence === '\u001b[m' ? reset : style + sequence;
};
