import {contrast, parseHex, type Rgb} from '../view/theme/rgb.ts';
import type {Background} from '../view/theme/tokens.ts';

/** The colour of the background: OSC 11. */
export const askBackground = '\u001B]11;?\u001B\\';

/** From 0. Not the first one: the answer there is what Alt with F3 sends. */
export const widthRow = 1;

/**
 * How wide the terminal draws what Unicode calls ambiguous, such as the lines of our frames: one is
 * written into that row, which is to be painted again then, and it is asked where the cursor is.
 */
export const askWidth = `\u001B[${widthRow + 1};1H│\u001B[6n`;

/** What an answer says; undefined where it answers something else. */
export type TerminalFact =
	| {readonly kind: 'background'; readonly background: Background}
	| {readonly kind: 'ambiguous'; readonly cells: 1 | 2};

const colourAnswer = /^\u001B\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i;
const cursorAnswer = /^\u001B\[2;([23])R$/;

export const factOf = (answer: string): TerminalFact | undefined => {
	const [, ...channels] = colourAnswer.exec(answer) ?? [];
	const [red, green, blue] = channels.map(channelOf);
	if (red !== undefined && green !== undefined && blue !== undefined) {
		return {kind: 'background', background: isLight({red, green, blue}) ? 'light' : 'dark'};
	}
	const column = cursorAnswer.exec(answer)?.[1];
	if (column === undefined) return undefined;
	return {kind: 'ambiguous', cells: column === '3' ? 2 : 1};
};

/** One to four hexadecimal digits, of which all set is the most. */
const channelOf = (digits: string): number =>
	Math.round((255 * Number.parseInt(digits, 16)) / (16 ** digits.length - 1));

/** Black is more readable on it than white. */
const isLight = (colour: Rgb): boolean =>
	contrast(colour, parseHex('#000000')) > contrast(colour, parseHex('#ffffff'));

/** Terminals that show a question instead of answering it. */
export const canAnswer = (env: Readonly<Record<string, string | undefined>>): boolean =>
	!/^(?:|dumb|linux|vt\d*|cons.*)$/.test(env['TERM'] ?? '');
