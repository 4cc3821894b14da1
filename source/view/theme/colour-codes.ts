import type {ForeignColour, Token} from '../../format/span.ts';
import type {Palette} from './palette.ts';
import {
	contrast,
	nearestBasic,
	nearestIndex,
	nearestReadable,
	paletteColour,
	parseHex,
	type Rgb,
	readableOn,
} from './rgb.ts';

/** SGR parameters for one kind of terminal; undefined stands for the terminal's own colour. */
export interface ColourCodes {
	/** Of the row under the cursor. */
	readonly selected: string;
	token(token: Token, isSelected: boolean): string | undefined;
	foreign(colour: ForeignColour, isSelected: boolean): string | undefined;
}

/** Text below this contrast cannot be read by everyone (WCAG 2, level AA). */
const readable = 4.5;
/** Of what is no text: the dots of a bar, rules. */
const visibleRule = 2.5;
/** Below this a program hides its text, whether it means to or not. */
const hiding = 1.6;

/** By how many colours the terminal has: none, 16, 256, or 24 bits. */
export const colourCodes = {
	mono: (): ColourCodes => ({
		selected: '7',
		token: () => undefined,
		foreign: () => undefined,
	}),

	/** What the sixteen colours look like on a coloured bar is unknown, so the bar has its own. */
	'16': ({selected, tokens, behind}: Palette): ColourCodes => ({
		selected: selected.basic,
		token: (token, isSelected) => (isSelected ? undefined : tokens[token].basic),
		foreign: (colour, isSelected) =>
			isSelected ? undefined : visible(colour, behind, rgb => basicCode(nearestBasic(rgb))),
	}),

	'256': (palette: Palette): ColourCodes =>
		manyColours(
			palette,
			({hex, index}) =>
				indexCode(index ?? nearestReadable(parseHex(hex), parseHex(palette.behind), readable)),
			rgb => indexCode(nearestIndex(rgb)),
			(rgb, bar, enough) => indexCode(nearestReadable(rgb, bar, enough)),
		),

	'24': (palette: Palette): ColourCodes =>
		manyColours(palette, ({hex}) => trueColour(parseHex(hex)), trueColour, trueColour),
} as const;

const manyColours = (
	{tokens, selected: bar, behind}: Palette,
	ownCode: (colour: {readonly hex: string; readonly index?: number}) => string,
	foreignCode: (rgb: Rgb) => string,
	barCode: (rgb: Rgb, bar: Rgb, enough: number) => string,
): ColourCodes => {
	const barColour = parseHex(bar.hex);
	/** Its own colour, or one of the same hue that can be told from the bar. */
	const onBar = (token: Token): string => {
		const own = parseHex(tokens[token].hex);
		const enough = token === 'dim' ? visibleRule : readable;
		if (contrast(own, barColour) >= enough) return ownCode(tokens[token]);
		return barCode(readableOn(own, barColour, enough), barColour, enough);
	};
	return {
		// 48 in front instead of 38 makes it a background.
		selected: `4${ownCode(bar).slice(1)}`,
		token: (token, isSelected) => (isSelected ? onBar(token) : ownCode(tokens[token])),
		foreign: (colour, isSelected) => visible(colour, isSelected ? bar.hex : behind, foreignCode),
	};
};

/** A colour that cannot be told from the background is grey or left out. */
const visible = (
	colour: ForeignColour,
	behind: string,
	codeOf: (rgb: Rgb) => string,
): string | undefined => {
	const isBasic = colour.kind === 'index' && colour.index < 16;
	const rgb = colour.kind === 'index' ? paletteColour(colour.index) : colour;
	const isSample = colour.kind === 'rgb' && colour.isSample;
	if (!isSample && contrast(rgb, parseHex(behind)) < hiding)
		return isBasic ? basicCode(8) : undefined;
	return isBasic ? basicCode(colour.index) : codeOf(rgb);
};

const trueColour = ({red, green, blue}: Rgb): string => `38;2;${red};${green};${blue}`;

const indexCode = (index: number): string => `38;5;${index}`;

const basicCode = (index: number): string => `${index < 8 ? 30 + index : 82 + index}`;
