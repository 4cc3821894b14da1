import {type Palette, type PaletteToken, paletteTokens, sourceOf, toPalette} from './palette.ts';
import {ownPalettes, palettes} from './palettes.ts';
import {contrast, parseHex} from './rgb.ts';
import type {Background} from './tokens.ts';

/** What a file says of a palette. */
export interface PaletteChange {
	readonly base?: string;
	readonly background?: Background;
	readonly behind?: string;
	readonly selected?: string;
	readonly colors?: Readonly<Partial<Record<PaletteToken, string>>>;
}

export interface AdaptedPalette {
	readonly palette: Palette;
	/** One sentence each. */
	readonly warnings: readonly string[];
}

/** Text with less contrast cannot be read by everyone (WCAG 2, level AA). */
const readable = 4.5;

/** A palette by the name of its file: what another one has, but for what the file says. */
export const adaptPalette = (name: string, change: PaletteChange): AdaptedPalette => {
	const known = change.base === undefined ? undefined : palettes.get(change.base);
	const base = sourceOf(known ?? ownPalettes[change.background ?? 'dark']);
	const {background = base.background, behind = base.behind} = change;
	const {selected = base.selected, colors = {}} = change;
	const colours = {...base.colours, ...colors};
	const unknown =
		change.base !== undefined && known === undefined
			? [`there is no theme ${change.base}; there are ${[...palettes.keys()].join(', ')}`]
			: [];
	const faint = paletteTokens
		.filter(token => token !== 'dim' && contrastOf(colours[token], behind) < readable)
		.map(
			token =>
				`colors.${token} has a contrast of ${contrastOf(colours[token], behind).toFixed(1)} with what is behind it; from ${readable} on everyone can read it`,
		);
	return {
		palette: toPalette({name, background, behind, selected, colours}),
		warnings: [...unknown, ...faint],
	};
};

const contrastOf = (a: string, b: string): number => contrast(parseHex(a), parseHex(b));
