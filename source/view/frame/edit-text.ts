import {graphemes} from '../../format/graphemes.ts';

/** A field of one line: what its text is after a key; undefined when the key is none of its own. */
export const editText = (text: string, chord: string): string | undefined => {
	if (chord === 'backspace') return graphemes(text).slice(0, -1).join('');
	if (chord === 'ctrl+u') return '';
	if (chord === 'ctrl+w') return withoutWord(text);
	if (chord === 'space') return `${text} `;
	return graphemes(chord).length === 1 ? text + chord : undefined;
};

/** From its end, because what was pasted may be long. */
const withoutWord = (text: string): string => {
	let end = text.trimEnd().length;
	while (end > 0 && !/\s/.test(text.charAt(end - 1))) end--;
	return text.slice(0, end);
};
