import {rawText} from '../../format/raw-text.ts';
import {cleanText} from '../../format/sanitise.ts';
import {textWidth} from '../../format/width.ts';

/** Foreign text on lines of at most `width` cells, broken between words; a longer word is broken too. */
export const wrapWords = (foreign: string, width: number): readonly string[] => {
	const lines: string[] = [];
	for (const word of cleanText(foreign.replaceAll(/\s+/g, ' ')).split(' ').filter(Boolean)) {
		const last = lines.at(-1);
		if (last !== undefined && textWidth(last) + 1 + textWidth(word) <= width) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else lines.push(...pieces(word, width));
	}
	return lines;
};

/** Foreign text with nothing left out, cut where a line is full. */
export const wrapExact = (foreign: string, width: number, isAscii: boolean): readonly string[] =>
	pieces(cleanText(rawText(foreign, isAscii)), Math.max(1, width));

/** A character that is wider than the line has one of its own, and is cut where it is painted. */
const pieces = (word: string, width: number): readonly string[] => {
	const parts: string[] = [];
	let part = '';
	for (const character of word) {
		if (part !== '' && textWidth(part + character) > width) {
			parts.push(part);
			part = '';
		}
		part += character;
	}
	return part === '' ? parts : [...parts, part];
};
