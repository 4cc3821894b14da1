import {cleanText} from '../../format/sanitise.ts';
import {sliceCells, textWidth} from '../../format/width.ts';

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

const pieces = (word: string, width: number): readonly string[] => {
	const {text} = sliceCells(word, 0, width);
	// A character that is wider than the line cannot be shown anyway.
	if (text === '' || text === word) return [word];
	return [text, ...pieces(word.slice(text.length), width)];
};
