import {clean, enoughFor, isPlain} from './sanitise.ts';
import type {Line, Span} from './span.ts';
import {type Align, cut} from './width.ts';

/** Cells of a line, foreign text counted as it will be painted. */
export const lineWidth = (line: Line): number => {
	// A loop, because thousands of spans are measured for a frame.
	let cells = 0;
	for (const {text} of line) cells += isPlain(text) ? text.length : clean(text).cells;
	return cells;
};

const blank = (cells: number): Span => ({text: ' '.repeat(cells)});

/** The line cut or padded to exactly `width` cells; the padding has no style. */
export const fitLine = (line: Line, width: number, align: Align = 'left', ellipsis = ''): Line => {
	const size = Math.max(0, Math.floor(width));
	const bounded = bound(line, size);
	const cells = lineWidth(bounded);
	if (cells === size) return bounded;
	if (cells < size) return pad(bounded, size - cells, align);
	const short = cutLine(bounded, size, ellipsis);
	const room = size - lineWidth(short);
	return room === 0 ? short : pad(short, room, align);
};

const pad = (line: Line, cells: number, align: Align): Line =>
	align === 'left' ? [...line, blank(cells)] : [blank(cells), ...line];

/** The line cut to at most `width` cells. */
export const shorten = (line: Line, width: number, ellipsis = ''): Line => {
	const size = Math.max(0, Math.floor(width));
	const bounded = bound(line, size);
	return lineWidth(bounded) > size ? cutLine(bounded, size, ellipsis) : bounded;
};

/** Without the far end of texts that are much longer than that. */
const bound = (line: Line, cells: number): Line =>
	line.some(({text}) => text !== enoughFor(text, cells))
		? line.map(span => ({...span, text: enoughFor(span.text, cells)}))
		: line;

/** The ellipsis takes the style of what it stands for. */
const cutLine = (line: Line, width: number, ellipsis: string): Line => {
	const kept: Span[] = [];
	let left = Math.max(0, width - ellipsis.length);
	for (const span of line) {
		const whole = clean(span.text);
		const head = cut(whole, left);
		left -= head.cells;
		if (head === whole) kept.push(span);
		else {
			const mark = ellipsis.slice(0, width);
			kept.push({...span, text: head.text + ' '.repeat(left) + mark});
			break;
		}
	}
	return kept;
};
