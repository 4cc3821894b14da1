import type {Token} from '../../format/span.ts';
import {mix, parseHex, toHex} from './rgb.ts';
import {
	type Background,
	type BarColour,
	selection,
	type TokenColour,
	tokenColours,
} from './tokens.ts';

/** Everything that is coloured. The background of the terminal is never painted. */
export interface Palette {
	readonly name: string;
	readonly background: Background;
	/** `#rrggbb` that the terminal is expected to have behind it: all text is to be readable there. */
	readonly behind: string;
	readonly tokens: Readonly<Record<Token, TokenColour>>;
	/** Behind the selected row. */
	readonly selected: BarColour;
}

/** The tokens that a palette has to name; the load of a bar goes from `ok` over `warn` to `err`. */
export const paletteTokens = [
	'ok',
	'warn',
	'err',
	'info',
	'pause',
	'accent',
	'muted',
	'dim',
] as const satisfies readonly Token[];

export type PaletteToken = (typeof paletteTokens)[number];

/** A palette as it is written down, in the code or in a file. Colours are `#rrggbb`. */
export interface PaletteSource {
	readonly name: string;
	readonly background: Background;
	readonly behind: string;
	readonly colours: Readonly<Record<PaletteToken, string>>;
	readonly selected: string;
}

/** Terminals of sixteen colours have a palette of their own, so there all palettes of a background are alike. */
export const toPalette = ({
	name,
	background,
	behind,
	colours,
	selected,
}: PaletteSource): Palette => {
	const base = tokenColours[background];
	const own = (token: Token, hex: string): TokenColour => {
		const {basic} = base[token];
		return basic === undefined ? {hex} : {hex, basic};
	};
	const between = (a: PaletteToken, b: PaletteToken): string =>
		toHex(mix(parseHex(colours[a]), parseHex(colours[b])));
	const {ok, warn, err, info, pause, accent, muted, dim} = colours;
	return {
		name,
		background,
		behind,
		tokens: {
			ok: own('ok', ok),
			warn: own('warn', warn),
			err: own('err', err),
			info: own('info', info),
			pause: own('pause', pause),
			accent: own('accent', accent),
			muted: own('muted', muted),
			dim: own('dim', dim),
			load0: own('load0', ok),
			load1: own('load1', between('ok', 'warn')),
			load2: own('load2', warn),
			load3: own('load3', between('warn', 'err')),
			load4: own('load4', err),
		},
		selected: {hex: selected, basic: selection[background].basic},
	};
};

/** The colours of a palette by name, from which a file may change some. */
export const sourceOf = ({name, background, behind, tokens, selected}: Palette): PaletteSource => ({
	...{name, background, behind, selected: selected.hex},
	colours: Object.fromEntries(
		paletteTokens.map(token => [token, tokens[token].hex]),
	) as PaletteSource['colours'],
});
