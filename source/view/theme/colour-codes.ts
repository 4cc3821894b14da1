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
import type {Background, TokenColour} from './tokens.ts';

/** SGR parameters for one kind of terminal; undefined stands for the terminal's own colour. */
export interface ColourCodes {
	/** Behind the row under the cursor. */
	readonly selected: string;
	/** Of what has no colour of its own there; undefined where the one behind it comes with a text, or swaps both. */
	readonly textOnBar: string | undefined;
	token(token: Token, isSelected: boolean): string | undefined;
	foreign(colour: ForeignColour, isSelected: boolean): string | undefined;
}

/** Text below this contrast cannot be read by everyone (WCAG 2, level AA). */
const readable = 4.5;
/** Of what is no text: the dots of a bar, rules. */
const visibleRule = 2.5;
/** Of the bar with what is around it. */
const seen = 1.12;
/** Below this a program hides its text, whether it means to or not. */
const hiding = 1.6;

/**
 * Text of the row under the cursor. The terminal's own could be as bright as the bar: nobody knows whether the
 * terminal is dark where a theme for light ones is looked at.
 */
const usualText: Readonly<Record<Background, string>> = {dark: '#d8d8d8', light: '#24292f'};

/** By how many colours the terminal has: none, 16, 256, or 24 bits. */
export const colourCodes = {
	mono: (): ColourCodes => ({
		...{selected: '7', textOnBar: undefined},
		token: () => undefined,
		foreign: () => undefined,
	}),

	/** What the sixteen colours look like on a coloured bar is unknown, so the bar has its own. */
	'16': ({selected, tokens, behind}: Palette): ColourCodes => ({
		...{selected: selected.basic, textOnBar: undefined},
		token: (token, isSelected) => (isSelected ? undefined : tokens[token].basic),
		foreign: (colour, isSelected) =>
			isSelected
				? undefined
				: visible(colour, parseHex(behind), rgb => basicCode(nearestBasic(rgb))),
	}),

	'256': (palette: Palette): ColourCodes => {
		const {behind, selected} = palette;
		const bar = selected.index ?? nearestReadable(parseHex(selected.hex), parseHex(behind), seen);
		const ownIndex = ({hex, index}: TokenColour): number =>
			index ?? nearestReadable(parseHex(hex), parseHex(behind), readable);
		return manyColours(palette, {
			bar: paletteColour(bar),
			barCode: indexCode(bar),
			ownCode: colour => indexCode(ownIndex(colour)),
			foreignCode: rgb => indexCode(nearestIndex(rgb)),
			codeOn: (rgb, painted, enough) => indexCode(nearestReadable(rgb, painted, enough)),
			rgbOf: colour => paletteColour(ownIndex(colour)),
		});
	},

	'24': (palette: Palette): ColourCodes =>
		manyColours(palette, {
			bar: parseHex(palette.selected.hex),
			barCode: trueColour(parseHex(palette.selected.hex)),
			ownCode: ({hex}) => trueColour(parseHex(hex)),
			foreignCode: trueColour,
			codeOn: trueColour,
			rgbOf: ({hex}) => parseHex(hex),
		}),
} as const;

/** How a terminal of many colours is told which. */
interface Coder {
	/** Behind the row under the cursor, as the terminal has it, and its code as a text. */
	readonly bar: Rgb;
	readonly barCode: string;
	ownCode(colour: TokenColour): string;
	foreignCode(rgb: Rgb): string;
	/** With enough contrast to what is behind it. */
	codeOn(rgb: Rgb, behind: Rgb, enough: number): string;
	/** As the terminal has it. */
	rgbOf(colour: TokenColour): Rgb;
}

const manyColours = ({background, tokens, behind}: Palette, coder: Coder): ColourCodes => {
	const {bar, barCode, ownCode, foreignCode, codeOn, rgbOf} = coder;
	const text = readableOn(parseHex(usualText[background]), bar, readable);
	/** Its own colour, or one of the same hue that can be told from the bar. */
	const onBar = (token: Token): string => {
		const own = rgbOf(tokens[token]);
		const enough = token === 'dim' ? visibleRule : readable;
		if (contrast(own, bar) >= enough) return ownCode(tokens[token]);
		return codeOn(readableOn(own, bar, enough), bar, enough);
	};
	return {
		// 48 in front instead of 38 makes it a background.
		selected: `4${barCode.slice(1)}`,
		textOnBar: codeOn(text, bar, readable),
		token: (token, isSelected) => (isSelected ? onBar(token) : ownCode(tokens[token])),
		foreign: (colour, isSelected) =>
			visible(colour, isSelected ? bar : parseHex(behind), foreignCode),
	};
};

/** A colour that cannot be told from the background is grey or left out. */
const visible = (
	colour: ForeignColour,
	behind: Rgb,
	codeOf: (rgb: Rgb) => string,
): string | undefined => {
	const isBasic = colour.kind === 'index' && colour.index < 16;
	const rgb = colour.kind === 'index' ? paletteColour(colour.index) : colour;
	const isSample = colour.kind === 'rgb' && colour.isSample;
	if (!isSample && contrast(rgb, behind) < hiding) return isBasic ? basicCode(8) : undefined;
	return isBasic ? basicCode(colour.index) : codeOf(rgb);
};

const trueColour = ({red, green, blue}: Rgb): string => `38;2;${red};${green};${blue}`;

const indexCode = (index: number): string => `38;5;${index}`;

const basicCode = (index: number): string => `${index < 8 ? 30 + index : 82 + index}`;
