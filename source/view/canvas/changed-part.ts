import {kindOf, mark} from '../../format/code-point.ts';
import {textWidth} from '../../format/width.ts';
import {reset} from '../theme/theme.ts';

/** What has to be written to turn one painted text into another of the same width. */
export interface ChangedPart {
	/** Cells at the left that stay. */
	readonly skipped: number;
	readonly text: string;
}

/** How every SGR of a painter begins: it resets first, so that it stands on its own. */
const standalone = '\u001b[0';
const additive = /\u001b\[(?!0)/;
const everySgr = /\u001b\[[\d;]*m/g;

const cellsOf = (painted: string): number =>
	textWidth(painted.includes('\u001b') ? painted.replace(everySgr, '') : painted);

/**
 * Leaves out what is equal at both ends. Both texts take the same number of cells and reset the
 * style at their end. A cut is only made where the style in force is known: before an SGR that adds
 * to another one the text counts as changed.
 */
export const changedPart = (before: string, after: string): ChangedPart => {
	const start = equalStart(before, after);
	const end = after.length - equalEnd(before, after, start);
	const head = after.slice(0, start);
	const middle = after.slice(start, end);
	const style = middle.startsWith(standalone) ? reset : lastStyle(head);
	const text = (style === reset ? '' : style) + middle;
	return {
		skipped: cellsOf(head),
		text: lastStyle(text) === reset ? text : text + reset,
	};
};

/** SGR in force after the text. */
const lastStyle = (painted: string): string => {
	const last = painted.lastIndexOf('\u001b');
	return last < 0 ? reset : painted.slice(last, painted.indexOf('m', last) + 1);
};

/** Length of the equal start, at the border of a cell and outside of any sequence. */
const equalStart = (before: string, after: string): number => {
	const most = Math.min(before.length, after.length);
	let length = 0;
	while (length < most && before.charCodeAt(length) === after.charCodeAt(length)) length++;
	const sequence = after.lastIndexOf('\u001b', length - 1);
	if (length > 0 && sequence >= 0 && !after.slice(sequence, length).includes('m'))
		length = sequence;
	while (length > 0 && !(isCellStart(before, length) && isCellStart(after, length))) length--;
	return additive.test(after.slice(0, length)) ? 0 : length;
};

/** Length of the equal end that can stay as it is. */
const equalEnd = (before: string, after: string, start: number): number => {
	const most = Math.min(before.length, after.length) - start;
	let length = 0;
	const [last, lastOfAll] = [before.length - 1, after.length - 1];
	// By units: of characters each step would make two texts.
	while (length < most && before.charCodeAt(last - length) === after.charCodeAt(lastOfAll - length))
		length++;
	const hasSequences =
		before.slice(start, before.length - length).includes('\u001b') ||
		after.slice(start, after.length - length).includes('\u001b');
	if (hasSequences) {
		const fresh = after.indexOf(standalone, after.length - length);
		return fresh < 0 ? 0 : after.length - fresh;
	}
	while (length > 0 && !isCellStart(after, after.length - length)) length--;
	return length;
};

/** False inside a surrogate pair and before a combining mark, which belongs to the cell before. */
const isCellStart = (text: string, index: number): boolean => {
	const codePoint = text.codePointAt(index) ?? 0;
	const isInsidePair = codePoint >= 0xdc00 && codePoint <= 0xdfff;
	return codePoint < 0x300 || !(isInsidePair || kindOf(codePoint) === mark);
};
