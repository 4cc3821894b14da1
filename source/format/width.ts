import {kindOf, mark, wide} from './code-point.ts';
import {clean, enoughFor, isPlain} from './sanitise.ts';
import type {Clean} from './visible.ts';

export type Align = 'left' | 'right';

/** Cells of text that went through the gate. */
export const textWidth = (cleanText: string): number => {
	let cells = 0;
	for (let index = 0; index < cleanText.length; index++) {
		const codePoint = cleanText.codePointAt(index) ?? 0;
		if (codePoint > 0xffff) index++;
		cells += codePoint < 0x300 ? 1 : widthOf(codePoint);
	}
	return cells;
};

const widthOf = (codePoint: number): number => {
	const kind = kindOf(codePoint);
	if (kind === mark) return 0;
	return kind === wide ? 2 : 1;
};

/**
 * The part of clean text from cell `from` on that is at most `width` cells wide. A wide character
 * that would be cut in half at the left becomes a space, at the right it is left out.
 */
export const sliceCells = (cleanText: string, from: number, width: number): Clean => {
	if (width <= 0) return {text: '', cells: 0};
	let column = 0;
	let text = '';
	let cells = 0;
	for (const character of cleanText) {
		const size = widthOf(character.codePointAt(0) ?? 0);
		const isInside = column >= from;
		if (isInside && cells + size > width) break;
		if (isInside && (size > 0 || cells > 0)) {
			text += character;
			cells += size;
		} else if (column + size > from) {
			text = ' ';
			cells = 1;
		}
		column += size;
	}
	return {text, cells};
};

/** Clean text cut to at most `width` cells, with `ellipsis` (one cell each character) when cut. */
export const cut = (whole: Clean, width: number, ellipsis = ''): Clean => {
	if (whole.cells <= width) return whole;
	const room = width - ellipsis.length;
	if (room < 0) return cutPlain(whole, width);
	const head = cutPlain(whole, room);
	return {text: head.text + ellipsis, cells: head.cells + ellipsis.length};
};

const cutPlain = ({text}: Clean, width: number): Clean => {
	const size = Math.max(0, Math.floor(width));
	return isPlain(text) ? {text: text.slice(0, size), cells: size} : sliceCells(text, 0, size);
};

/** Foreign text cleaned, cut and padded to exactly `width` cells. */
export const fit = (
	foreign: string,
	width: number,
	align: Align = 'left',
	ellipsis = '',
): string => {
	const size = Math.max(0, Math.floor(width));
	const {text, cells} = cut(clean(enoughFor(foreign, size)), size, ellipsis);
	const padding = ' '.repeat(size - cells);
	return align === 'left' ? text + padding : padding + text;
};
