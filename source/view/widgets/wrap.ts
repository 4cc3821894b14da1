import {rawText} from '../../format/raw-text.ts';
import {cleanText} from '../../format/sanitise.ts';
import {textWidth} from '../../format/width.ts';

/** Foreign text on lines of at most `width` cells, broken between words; a longer word is broken too. */
export const wrapWords = (foreign: string, width: number): readonly string[] => {
	const lines: string[] = [];
	const text = cleanText(bounded(foreign).replaceAll(/\s+/g, ' '));
	for (const word of text.split(' ').filter(Boolean)) {
		const last = lines.at(-1);
		if (last !== undefined && textWidth(last) + 1 + textWidth(word) <= width) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else lines.push(...pieces(word, width));
	}
	return lines;
};

/** Foreign text with nothing left out, cut where a line is full. */
export const wrapExact = (foreign: string, width: number, isAscii: boolean): readonly string[] =>
	pieces(cleanText(rawText(bounded(foreign), isAscii)), Math.max(1, width));

/** As long as the longest line of a log; who wants more of a value copies it. */
const longestText = 64 * 1024;

const bounded = (foreign: string): string =>
	foreign.length <= longestText
		? foreign
		: `${foreign.slice(0, longestText)} [+${foreign.length - longestText} characters]`;

/** A character that is wider than the line has one of its own, and is cut where it is painted. */
const pieces = (word: string, width: number): readonly string[] => {
	const parts: string[] = [];
	let start = 0;
	let cells = 0;
	let index = 0;
	for (const character of word) {
		const size = textWidth(character);
		if (index > start && cells + size > width) {
			parts.push(word.slice(start, index));
			start = index;
			cells = 0;
		}
		cells += size;
		index += character.length;
	}
	if (index > start) parts.push(word.slice(start));
	return parts;
};
