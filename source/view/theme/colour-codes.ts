import type {ForeignColour, Token} from '../../format/span.ts';
import {
	contrast,
	nearestBasic,
	nearestIndex,
	paletteColour,
	parseHex,
	type Rgb,
} from './palette.ts';
import {type Background, selection, tokenColours} from './tokens.ts';

/** SGR parameters for one kind of terminal; undefined stands for the terminal's own colour. */
export interface ColourCodes {
	/** Of the row under the cursor. */
	readonly selected: string;
	token(token: Token, isSelected: boolean): string | undefined;
	foreign(colour: ForeignColour, isSelected: boolean): string | undefined;
}

/** Text below this contrast cannot be read by everyone (WCAG 2, level AA). */
const readable = 4.5;
/** Below this a program hides its text, whether it means to or not. */
const hiding = 1.6;

const behind: Readonly<Record<Background, Rgb>> = {
	dark: parseHex('#000000'),
	light: parseHex('#ffffff'),
};

/** By how many colours the terminal has: none, 16, 256, or 24 bits. */
export const colourCodes = {
	mono: (): ColourCodes => ({
		selected: '7',
		token: () => undefined,
		foreign: () => undefined,
	}),

	/** What the sixteen colours look like on a coloured bar is unknown, so the bar has its own. */
	'16': (background: Background): ColourCodes => ({
		selected: selection[background].basic,
		token: (token, isSelected) => (isSelected ? undefined : tokenColours[background][token].basic),
		foreign: (colour, isSelected) =>
			isSelected ? undefined : visible(colour, background, rgb => basicCode(nearestBasic(rgb))),
	}),

	'256': (background: Background): ColourCodes =>
		manyColours(
			background,
			({hex, index}) => indexCode(index ?? nearestIndex(parseHex(hex))),
			rgb => indexCode(nearestIndex(rgb)),
		),

	'24': (background: Background): ColourCodes =>
		manyColours(background, ({hex}) => trueColour(parseHex(hex)), trueColour),
} as const;

const manyColours = (
	background: Background,
	ownCode: (colour: {readonly hex: string; readonly index?: number}) => string,
	foreignCode: (rgb: Rgb) => string,
): ColourCodes => {
	const bar = selection[background];
	const tokens = tokenColours[background];
	const isReadableOnBar = (token: Token): boolean =>
		contrast(parseHex(tokens[token].hex), parseHex(bar.hex)) >= readable;
	return {
		// 48 in front instead of 38 makes it a background.
		selected: `4${ownCode(bar).slice(1)}`,
		token: (token, isSelected) =>
			isSelected && !isReadableOnBar(token) ? undefined : ownCode(tokens[token]),
		foreign: colour => visible(colour, background, foreignCode),
	};
};

/** A colour that cannot be told from the background is grey or left out. */
const visible = (
	colour: ForeignColour,
	background: Background,
	codeOf: (rgb: Rgb) => string,
): string | undefined => {
	const isBasic = colour.kind === 'index' && colour.index < 16;
	const rgb = colour.kind === 'index' ? paletteColour(colour.index) : colour;
	if (contrast(rgb, behind[background]) < hiding) return isBasic ? basicCode(8) : undefined;
	return isBasic ? basicCode(colour.index) : codeOf(rgb);
};

const trueColour = ({red, green, blue}: Rgb): string => `38;2;${red};${green};${blue}`;

const indexCode = (index: number): string => `38;5;${index}`;

const basicCode = (index: number): string => `${index < 8 ? 30 + index : 82 + index}`;
