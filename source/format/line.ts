import {clean, enoughFor, isPrintableAscii} from './sanitise.ts';
import type {Line, Span} from './span.ts';
import {type Align, cut} from './width.ts';

/** Cells of a line, foreign text counted as it will be painted. */
export const lineWidth = (line: Line): number =>
	line.reduce((sum, {text}) => sum + (isPrintableAscii(text) ? text.length : clean(text).cells), 0);

const blank = (cells: number): Span => ({text: ' '.repeat(cells)});

/** The line cut or padded to exactly `width` cells; the padding has no style. */
export const fitLine = (line: Line, width: number, align: Align = 'left', ellipsis = ''): Line => {
	const short = shorten(line, width, ellipsis);
	const room = Math.max(0, Math.floor(width)) - lineWidth(short);
	if (room === 0) return short;
	return align === 'left' ? [...short, blank(room)] : [blank(room), ...short];
};

/** The line cut to at most `width` cells. */
export const shorten = (line: Line, width: number, ellipsis = ''): Line => {
	const size = Math.max(0, Math.floor(width));
	const bounded = line.some(({text}) => text !== enoughFor(text, size))
		? line.map(span => ({...span, text: enoughFor(span.text, size)}))
		: line;
	return lineWidth(bounded) > size ? cutLine(bounded, size, ellipsis) : bounded;
};

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
