/** Text as somebody writes it who wants to break whoever reads it: for fuzzing what foreign text passes. */

/** A number below `sides`. */
export type Roll = (sides: number) => number;

const ESC = '\u001b';

const at = (codePoint: number): string => String.fromCodePoint(codePoint);

const pick = (roll: Roll, items: readonly string[]): string => items[roll(items.length)] ?? '';

const repeat = (count: number, make: () => string): string =>
	Array.from({length: count}, make).join('');

/** Mostly few, now and then very many. */
const some = (roll: Roll, few: number, many: number): number =>
	roll(50) === 0 ? 1 + roll(many) : 1 + roll(few);

const introducers = [`${ESC}[`, '\u009b', `${ESC}]`, '\u009d', `${ESC}P`, '\u0090', `${ESC}_`];
const moreIntroducers = ['\u009f', `${ESC}^`, '\u009e', `${ESC}X`, '\u0098', ESC, `${ESC}(`];
const starts = [...introducers, ...moreIntroducers];
const ends = ['\u0007', `${ESC}\\`, '\u009c', '\u0018', '\u001a', 'm', 'J', 'H', '~', ''];

const parameters = (roll: Roll): string =>
	repeat(some(roll, 4, 2000), () =>
		pick(roll, ['1', '38', '5', ';', ';', ':', '?', '>', '999999999', '0', '2', '48', ' ', '!']),
	);

/** Whole, unfinished, or one within the other. */
const sequence = (roll: Roll): string =>
	`${pick(roll, starts)}${roll(3) === 0 ? word(roll) : parameters(roll)}${pick(roll, ends)}`;

const word = (roll: Roll): string =>
	pick(roll, [
		'a',
		'error',
		'GET /v1',
		'52;c;aGk=',
		'0;owned',
		'8;;http://x',
		'>',
		'<U+202E>',
		'│',
	]);

const marks = [
	...[0x300, 0x301, 0x316, 0x334, 0x345, 0x344, 0x35c, 0x360, 0x489, 0x5b0, 0xe48, 0xf71, 0xf73],
	...[0x3099, 0x302a, 0x20d0, 0x1d165, 0x1d16d, 0x9bc, 0x93c, 0x1ab0, 0xfe20, 0x16ff0, 0x1e8d0],
].map(at);

const pile = (roll: Roll): string =>
	`${pick(roll, ['a', '漢', '', '>', '가', 'ｶ', 'क', 'ﬁ'])}${repeat(some(roll, 8, 1500), () => pick(roll, marks))}`;

const people = ['👩', '👧🏽', '🏳️', '🚀', '❤️', '1️⃣', '🇩🇪', '☕', 'a'];

const chain = (roll: Roll): string => {
	const joints = roll(2) === 0 ? ['\u200d'] : ['\u200d', '\ufe0f', ''];
	return repeat(some(roll, 5, 400), () => `${pick(roll, people)}${pick(roll, joints)}`);
};

const surrogates = (roll: Roll): string =>
	repeat(1 + roll(4), () => String.fromCharCode(0xd800 + roll(0x800)));

const invisible = (roll: Roll): string =>
	pick(roll, [
		...['\u200b', '\u200e', '\u202a', '\u202e', '\u2066', '\u2069', '\u00ad', '\u034f', '\u061c'],
		...['\u115f', '\u1160', '\u3164', '\uffa0', '\u180e', '\ufeff', '\ufff9', '\u2028', '\u2029'],
		...['\ufffe', '\uffff', '\u{1fffe}', '\u{e0001}', '\u{e0041}', '\u{e007f}', '\u{e0100}'],
	]);

/** Alone, or eight, or a screen full. */
const control = (roll: Roll): string =>
	repeat(some(roll, 3, 500), () =>
		at(pick(roll, ['0', '1']) === '0' ? roll(0x20) : 0x7f + roll(0x21)),
	);

/** Letters that are others once they are composed, or are composed of what comes. */
const composing = (roll: Roll): string =>
	pick(roll, [
		...['\u212b', '\u2126', '\uf900', '\ufa30', '\u0958', '\ufb1d', '\u1100\u1161\u11a8', '\u1161'],
		...['\u09c7\u09be', '\u0e33', '\u0eb3', '\u0dd9\u0dca', '\u1112', '\uac00\u11a8', '\u{1d15e}'],
		...['\u{11099}\u{110ba}', '\u2adc', '\u0340', '\u1fee', '\u{2f800}'],
	]);

const anyPoint = (roll: Roll): string =>
	repeat(1 + roll(6), () => at(roll(4) === 0 ? roll(0x11_0000) : roll(0x1_0000)));

const space = (roll: Roll): string =>
	pick(roll, ['\t', '\r', '\n', '\r\n', ' ', '\u0085', '\u00a0', '\u3000', '\v', '\f']);

const makers: ReadonlyArray<(roll: Roll) => string> = [
	...[word, sequence, sequence, sequence, pile, pile, chain, surrogates, invisible, control],
	...[composing, composing, anyPoint, space],
];

/** A text of such pieces, in any order; the empty one too. */
export const spitefulText = (roll: Roll): string =>
	repeat(roll(10), () => makers[roll(makers.length)]?.(roll) ?? '');

/** Short pieces of which many make a long text: what reads it must not take the square of its length. */
export const growingPieces: readonly string[] = [
	...starts,
	...ends.filter(Boolean),
	...[`${ESC}[1;`, '1;', `${ESC}]0;x`, `${ESC}[m`, `${ESC}${ESC}`, `${ESC}[ `, `${ESC}]\u009d`],
	...['\u0301', '\u0301\u0316', '\u0316\u0345\u0334', 'a\u0301', '\u{1d165}\u0301', '\u3099\u0316'],
	...['👩\u200d', '\ufe0f', '🇩', '\ud800', '\udc00', '\u202e', '\0', '\t', '\r', '\n', '\r\n', ' '],
	...['\u1100', '\u1161', '\u11a8', '\u0e33', '漢', 'x', '\u212b', '\u{e0041}', '\u0085', '\u0f73'],
];
