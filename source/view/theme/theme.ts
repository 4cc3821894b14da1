import type {Style, Token} from '../../format/span.ts';
import {colourCodes} from './colour-codes.ts';
import type {Palette} from './palette.ts';
import {monoAttributes} from './tokens.ts';

/** How many colours the terminal has: none, 16, 256, or 24 bits. */
export type ColourLevel = keyof typeof colourCodes;

/** `selected`: in the row under the cursor. */
export type Look = 'plain' | 'selected';

export interface ThemeOptions {
	readonly level: ColourLevel;
	readonly palette: Palette;
}

export interface Theme extends ThemeOptions {
	/** The SGR sequence that switches from any other style to this one. */
	sgr(style: Style | undefined, look: Look): string;
}

/** Back to the terminal's own style. */
export const reset = '\u001b[0m';

const attributes = ['bold', 'dim', 'italic', 'underline', 'reverse'] as const;
type Attribute = (typeof attributes)[number];

const attributeCodes: Readonly<Record<Attribute, string>> = {
	bold: '1',
	dim: '2',
	italic: '3',
	underline: '4',
	reverse: '7',
};

/** Colours and attributes for one kind of terminal. */
export const createTheme = ({level, palette}: ThemeOptions): Theme => {
	const colours = colourCodes[level](palette);

	const attributesOf = (style: Style): readonly string[] => {
		const own = attributes.filter(name => style[name]);
		const extra = level === 'mono' && style.token ? monoAttributes[style.token] : undefined;
		return [...own, ...(extra ? [extra] : [])].map(name => attributeCodes[name]);
	};

	const colourOf = ({colour, token}: Style, isSelected: boolean): string | undefined => {
		if (colour) return colours.foreign(colour, isSelected);
		return token && colours.token(token, isSelected);
	};

	const compose = (style: Style, look: Look): string => {
		const isSelected = look === 'selected';
		return sequence([
			...attributesOf(style),
			colourOf(style, isSelected) ?? (isSelected ? colours.textOnBar : undefined),
			isSelected ? colours.selected : undefined,
		]);
	};

	const remembered = memoryOf(compose);
	return {
		level,
		palette,
		sgr: (style = {}, look) => (style.colour ? compose(style, look) : remembered(style, look)),
	};
};

/** Resets first, so that each sequence stands on its own; each code once. */
const sequence = (codes: readonly (string | undefined)[]): string => {
	const distinct = new Set(['0', ...codes].filter(code => code !== undefined));
	return `\u001b[${[...distinct].join(';')}m`;
};

/** Remembers by look, token and attributes: rows ask for the same few styles all the time. */
const memoryOf = (
	compose: (style: Style, look: Look) => string,
): ((style: Style, look: Look) => string) => {
	type Known = Map<Token | undefined, string[]>;
	const looks: Readonly<Record<Look, Known>> = {
		plain: new Map(),
		selected: new Map(),
	};
	return (style, look) => {
		const flags =
			(style.bold ? 1 : 0) |
			(style.dim ? 2 : 0) |
			(style.italic ? 4 : 0) |
			(style.underline ? 8 : 0) |
			(style.reverse ? 16 : 0);
		let byFlags = looks[look].get(style.token);
		if (!byFlags) {
			byFlags = [];
			looks[look].set(style.token, byFlags);
		}
		const known = byFlags[flags];
		if (known !== undefined) return known;
		const made = compose(style, look);
		byFlags[flags] = made;
		return made;
	};
};
