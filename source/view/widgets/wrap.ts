import {rawText} from '../../format/raw-text.ts';
import {cleanText} from '../../format/sanitise.ts';
import {textWidth} from '../../format/width.ts';

/**
 * Foreign text on lines of at most `width` cells, broken between words; a longer word is broken too. Blanks
 * inside of it are as many as there are, for they may be those of a name; where a line is broken it stands for one.
 */
export const wrapWords = (foreign: string, width: number): readonly string[] => {
	const lines: string[] = [];
	const text = cleanText(bounded(foreign).replaceAll(/\s+/g, oneLine));
	let blanks = 0;
	for (const word of text.split(' ')) {
		blanks++;
		if (word === '') continue;
		const last = lines.at(-1);
		if (last === undefined) lines.push(...pieces(word, width));
		else if (textWidth(last) + blanks + textWidth(word) <= width)
			lines[lines.length - 1] = last + ' '.repeat(blanks) + word;
		else lines.push(...pieces(' '.repeat(blanks - 1) + word, width));
		blanks = 0;
	}
	return lines;
};

/** Ends of lines, tabs and the like are one blank each run, as what they indent does not stand below anything. */
const oneLine = (run: string): string => (/^ +$/.test(run) ? run : ' ');

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
