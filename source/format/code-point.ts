/**
 * What a terminal does with one code point. `narrow` and `wide` are also its width in cells.
 *
 * - `narrow`, `wide`: every width table in use agrees (xterm's Unicode 6 table, Unicode 17 East
 *   Asian Width)
 * - `mark`: a combining mark of no width that all tables know
 * - `control`: C0, DEL, C1
 * - `hidden`: has no shape, or turns the direction of the text: has to be named to be seen
 * - `pictograph`: an emoji; one cell in old tables and two in new ones
 * - `doubtful`: not assigned, private, or of a width on which terminals disagree
 */
export type CodePointKind = number & {readonly brand?: 'CodePointKind'};

export const narrow: CodePointKind = 1;
export const wide: CodePointKind = 2;
export const mark: CodePointKind = 3;
export const control: CodePointKind = 4;
export const hidden: CodePointKind = 5;
export const pictograph: CodePointKind = 6;
export const doubtful: CodePointKind = 7;

/** Assigned and not a mark: two cells everywhere. */
const wideRanges =
	'1100-115e 2329-232a 2e80-303e 3041-a4c6 ac00-d7a3 f900-fad9 fe10-fe6b ff01-ff60 ffe0-ffe6 20000-33479';

/** Marks that already took no cell in Unicode 6; younger marks still take one in many terminals. */
const markRanges =
	'300-486 488-615 64b-65e 670-7f3 901-902 93c-954 962-9e3 a01-a4d a70-a71 a81-ae3 b01-b43 b4d b56 ' +
	'b82-bcd c3e-c56 cbc-ce3 d41-d43 d4d dca-eb9 ebb-ecd f18-f87 f90-1032 1036-1039 1058-1059 135f-17dd ' +
	'18a9-1a18 1b00-1b73 1dc0-1dca 1dfe-20ef 302a-302d 3099-309a a806-a826 fb1e-fe23 10a01-10a3f 1d167-1d244';

/**
 * Neither marks nor emoji, and still in dispute: jamo without a leading consonant, hexagrams that
 * became wide in Unicode 16, Tangut, Khitan, the kana supplements, signs of music that join, squared
 * ideographs.
 */
const doubtfulRanges =
	'6de 1161-11ff 1734 2630-2637 268a-268f 302e-302f 3248-324f 4dc0-4dff a960-a97c 16fe0-16fe3 ' +
	'16ff0-1b2fb 1d165-1d166 1d16d-1d172 1d300-1d376 1f200-1f265';

type Ranges = readonly (readonly [first: number, last: number])[];

const parseRanges = (text: string): Ranges =>
	text.split(' ').map(range => {
		const [first = '', last = first] = range.split('-');
		return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
	});

const wides = parseRanges(wideRanges);
const marks = parseRanges(markRanges);
const doubts = parseRanges(doubtfulRanges);

const within = (ranges: Ranges, codePoint: number): boolean =>
	ranges.some(([first, last]) => codePoint >= first && codePoint <= last);

const controlPattern = /\p{Cc}/u;
const hiddenPattern = /[\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const unassignedPattern = /[\p{Cn}\p{Cs}]/u;
const markPattern = /[\p{Mn}\p{Me}]/u;
const emojiPattern = /\p{Emoji_Presentation}/u;
const firstAstralPrivate = 0xf0000;

const classify = (codePoint: number): CodePointKind => {
	const character = String.fromCodePoint(codePoint);
	if (controlPattern.test(character)) return control;
	if (unassignedPattern.test(character) || codePoint >= firstAstralPrivate) return doubtful;
	if (hiddenPattern.test(character)) return hidden;
	if (markPattern.test(character)) return within(marks, codePoint) ? mark : doubtful;
	if (emojiPattern.test(character)) return pictograph;
	if (within(doubts, codePoint)) return doubtful;
	return within(wides, codePoint) ? wide : narrow;
};

/** Added to the kind of a code point: what has to be done before it is drawn. */
export const joining = 0x08;
export const dropped = 0x10;
export const piling = 0x20;
const kindBits = 0x07;

/** Changes a width, never a meaning: joiners, variation selectors, skin tones and tag characters. */
const droppedPattern =
	/\u034f|\u200c|\u200d|[\ufe00-\ufe0f]|[\u{1f3fb}-\u{1f3ff}]|[\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/u;

/**
 * May become one with what stands before it, or change places with it: marks, the later jamo of a syllable, and vowels
 * of Kirat Rai, which are letters.
 */
const joiningPattern = /[\p{M}\u1161-\u1175\u11a8-\u11c2\u{16d63}\u{16d67}-\u{16d6a}\u0e33\u0eb3]/u;

/** Of what is piled up on a letter, and signs of music that may be. */
const pilingPattern = /[\p{Mn}\p{Me}\u302e\u302f\u{16ff0}\u{16ff1}\u{1d165}-\u{1d172}]/u;

/** All of one kind, and never changed: most letters there are, which are not to be looked at one by one. */
const uniform: readonly (readonly [first: number, last: number, kind: CodePointKind])[] = [
	[0x3400, 0x4dbf, wide],
	[0x4e00, 0x9fff, wide],
	[0xac00, 0xd7a3, wide],
	[0xd800, 0xdfff, doubtful],
	[0x4_0000, 0xd_ffff, doubtful],
	[firstAstralPrivate, 0x10_ffff, doubtful],
];

const traitsAnew = (codePoint: number): number => {
	for (const [first, last, kind] of uniform)
		if (codePoint >= first && codePoint <= last) return kind;
	const character = String.fromCodePoint(codePoint);
	const isJoining = joiningPattern.test(character) || character.normalize('NFC') !== character;
	return (
		classify(codePoint) +
		(isJoining ? joining : 0) +
		(droppedPattern.test(character) ? dropped : 0) +
		(pilingPattern.test(character) ? piling : 0)
	);
};

/** One byte a code point, filled as they are met; untouched pages cost no memory. */
const known = new Uint8Array(0x11_0000);

/**
 * The kind, with `joining` where it is to be normalised with what stands before it, `dropped` where it is left out, `piling`
 * where only so many of them are kept.
 */
export const traitsOf = (codePoint: number): number => {
	const traits = known[codePoint];
	if (traits) return traits;
	const found = traitsAnew(codePoint);
	known[codePoint] = found;
	return found;
};

export const kindOf = (codePoint: number): CodePointKind => traitsOf(codePoint) & kindBits;
