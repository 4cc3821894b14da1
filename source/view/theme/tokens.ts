import type {Token} from '../../format/span.ts';

export type Background = 'dark' | 'light';

export interface TokenColour {
	/** `#rrggbb` */
	readonly hex: string;
	/** Index of the 256-colour palette; the nearest is used where it is left out. */
	readonly index?: number;
	/** SGR parameter for terminals of sixteen colours; left out for the default colour. */
	readonly basic?: string;
}

/**
 * The colours were searched for the largest distance between ok, warn and err as people with
 * protanopia, deuteranopia and tritanopia see them; a test computes contrast and distance.
 *
 * Of sixteen colours only blue, magenta, red and grey can be read on the white of xterm, whose green, cyan
 * and yellow are as bright as paper; what is well has no colour there.
 */
export const tokenColours: Readonly<Record<Background, Readonly<Record<Token, TokenColour>>>> = {
	dark: {
		ok: {hex: '#66e6cc', index: 80, basic: '92'},
		warn: {hex: '#f0d93a', index: 221, basic: '93'},
		err: {hex: '#f47b68', index: 209, basic: '91'},
		info: {hex: '#82adf5', index: 111, basic: '94'},
		pause: {hex: '#cc4df5', index: 171, basic: '95'},
		accent: {hex: '#66c7ff', index: 81, basic: '96'},
		muted: {hex: '#8b96a3', index: 246, basic: '37'},
		dim: {hex: '#5c6773', index: 242, basic: '90'},
		load0: {hex: '#3fb8a0', index: 73, basic: '32'},
		load1: {hex: '#9fd35a', index: 149, basic: '92'},
		load2: {hex: '#f0d93a', index: 221, basic: '93'},
		load3: {hex: '#f5a742', index: 215, basic: '33'},
		load4: {hex: '#f47b68', index: 209, basic: '91'},
	},
	light: {
		ok: {hex: '#0b7d76', index: 23},
		warn: {hex: '#8f6a17', basic: '35'},
		err: {hex: '#6b1005', basic: '31'},
		info: {hex: '#0b4a8f', basic: '34'},
		pause: {hex: '#9a06c3', basic: '34'},
		accent: {hex: '#0550ae', basic: '34'},
		muted: {hex: '#59636e'},
		dim: {hex: '#8c959f', basic: '90'},
		load0: {hex: '#236558', index: 23, basic: '34'},
		load1: {hex: '#577432', index: 22, basic: '34'},
		load2: {hex: '#7a6e1d', index: 58, basic: '35'},
		load3: {hex: '#875c24', index: 94, basic: '35'},
		load4: {hex: '#864439', index: 88, basic: '31'},
	},
};

/** What is left of a token without colour. */
export const monoAttributes: Readonly<
	Partial<Record<Token, 'bold' | 'dim' | 'underline' | 'reverse'>>
> = {
	warn: 'bold',
	err: 'reverse',
	info: 'underline',
	pause: 'bold',
	accent: 'bold',
	dim: 'dim',
};

/** A background, with the SGR parameters for terminals of sixteen colours, where the bar has no colours of its own. */
export interface BarColour {
	readonly hex: string;
	readonly index?: number;
	readonly basic: string;
}

/**
 * Behind the selected row; a colour and not reverse, which would make a patchwork of its colours. Of light
 * terminals one does not know a readable pair: their white is a grey as dark as text, or as light as paper.
 */
export const selection: Readonly<Record<Background, BarColour>> = {
	dark: {hex: '#22304a', index: 236, basic: '97;44'},
	light: {hex: '#dbe7fb', index: 189, basic: '7'},
};
