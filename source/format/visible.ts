import {type CodePointKind, control, hidden, pictograph} from './code-point.ts';

/** Text that may be painted, and the cells it takes in every terminal. */
export interface Clean {
	readonly text: string;
	readonly cells: number;
}

const tab = 0x09;
const tabWidth = 8;

const oneCell = (text: string): Clean => ({text, cells: 1});

const replacement = oneCell('\ufffd');

/** What is drawn in place of a character that is not drawn itself, at this column of the line. */
export const visible = (codePoint: number, kind: CodePointKind, column: number): Clean => {
	if (codePoint === tab) {
		const cells = tabWidth - (column % tabWidth);
		return {text: ' '.repeat(cells), cells};
	}
	if (kind === pictograph) return lookalikes.get(codePoint) ?? bullet;
	return kind === control || kind === hidden ? named(codePoint) : replacement;
};

/** Controls and invisible characters are few, so that each is named once. */
const names = new Map<number, Clean>();

const named = (codePoint: number): Clean => {
	const known = names.get(codePoint);
	if (known) return known;
	const text = nameOf(codePoint);
	const made = {text, cells: text.length};
	names.set(codePoint, made);
	return made;
};

const nameOf = (codePoint: number): string => {
	if (codePoint < 0x20) return String.fromCodePoint(0x2400 + codePoint);
	if (codePoint === 0x7f) return '\u2421';
	return `<U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}>`;
};

/**
 * Stands for an emoji; where the meaning is a mark, a sign of one cell says it. None of these may
 * compose with a combining mark, or cleaning twice would not be cleaning once.
 */
const bullet = oneCell('\u2022');
const lookalikes: ReadonlyMap<number, Clean> = new Map(
	(
		[
			[0x2705, '✓'],
			[0x274c, '✗'],
			[0x274e, '✗'],
			[0x2757, '!'],
			[0x2755, '!'],
			[0x2753, '?'],
			[0x2754, '?'],
			[0x2795, '+'],
			[0x2796, '-'],
			[0x2b50, '*'],
			[0x1f6ab, '⊘'],
			[0x26d4, '⊘'],
			[0x26a1, '↯'],
		] as const
	).map(([emoji, sign]) => [emoji, oneCell(sign)]),
);
