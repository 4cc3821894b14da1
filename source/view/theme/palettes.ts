import {type Palette, type PaletteSource, toPalette} from './palette.ts';
import {type Background, selection, tokenColours} from './tokens.ts';

const own = (background: Background, behind: string): Palette => ({
	...{name: background, background, behind},
	tokens: tokenColours[background],
	selected: selection[background],
});

/** Chosen by the background of the terminal; made for people who see colours differently. */
export const ownPalettes: Readonly<Record<Background, Palette>> = {
	dark: own('dark', '#000000'),
	light: own('light', '#ffffff'),
};

/**
 * Palettes that people know from their editors. Where a colour of the original cannot be read as text
 * on its own background (WCAG 2, contrast below 4.5), it is lighter or darker here.
 */
const known: readonly PaletteSource[] = [
	{
		name: 'contrast',
		background: 'dark',
		behind: '#000000',
		colours: {
			ok: '#5fffd7',
			warn: '#ffff00',
			err: '#ff8f7a',
			info: '#9fc8ff',
			pause: '#ff9dff',
			accent: '#ffffff',
			muted: '#c6c6c6',
			dim: '#8a8a8a',
		},
		selected: '#003a70',
	},
	{
		name: 'nord',
		background: 'dark',
		behind: '#2e3440',
		colours: {
			ok: '#a3be8c',
			warn: '#ebcb8b',
			err: '#e08a92',
			info: '#81a1c1',
			pause: '#c79ec1',
			accent: '#88c0d0',
			muted: '#aab4c5',
			dim: '#707c93',
		},
		selected: '#434c5e',
	},
	{
		name: 'gruvbox',
		background: 'dark',
		behind: '#282828',
		colours: {
			ok: '#b8bb26',
			warn: '#fabd2f',
			err: '#fb5744',
			info: '#83a598',
			pause: '#d3869b',
			accent: '#fe8019',
			muted: '#a89984',
			dim: '#7c6f64',
		},
		selected: '#504945',
	},
	{
		name: 'dracula',
		background: 'dark',
		behind: '#282a36',
		colours: {
			ok: '#50fa7b',
			warn: '#f1fa8c',
			err: '#ff5858',
			info: '#8be9fd',
			pause: '#ff79c6',
			accent: '#bd93f9',
			muted: '#a3aacb',
			dim: '#6272a4',
		},
		selected: '#44475a',
	},
	{
		name: 'catppuccin',
		background: 'dark',
		behind: '#1e1e2e',
		colours: {
			ok: '#a6e3a1',
			warn: '#f9e2af',
			err: '#f38ba8',
			info: '#89b4fa',
			pause: '#cba6f7',
			accent: '#94e2d5',
			muted: '#a6adc8',
			dim: '#6c7086',
		},
		selected: '#45475a',
	},
	{
		name: 'tokyo-night',
		background: 'dark',
		behind: '#1a1b26',
		colours: {
			ok: '#9ece6a',
			warn: '#e0af68',
			err: '#f7768e',
			info: '#7aa2f7',
			pause: '#bb9af7',
			accent: '#7dcfff',
			muted: '#9aa5ce',
			dim: '#5d658e',
		},
		selected: '#33467c',
	},
	{
		name: 'gruvbox-light',
		background: 'light',
		behind: '#fbf1c7',
		colours: {
			ok: '#746f0d',
			warn: '#946010',
			err: '#9d0006',
			info: '#076678',
			pause: '#8f3f71',
			accent: '#af3a03',
			muted: '#665c54',
			dim: '#988a77',
		},
		selected: '#ebdbb2',
	},
	{
		name: 'solarized-light',
		background: 'light',
		behind: '#fdf6e3',
		colours: {
			ok: '#667600',
			warn: '#8e6c00',
			err: '#d3302d',
			info: '#2074af',
			pause: '#6468b5',
			accent: '#207c75',
			muted: '#5f747b',
			dim: '#859292',
		},
		selected: '#eee8d5',
	},
];

/** By their names, in the order in which they are offered. */
export const palettes: ReadonlyMap<string, Palette> = new Map(
	[ownPalettes.dark, ownPalettes.light, ...known.map(toPalette)].map(palette => [
		palette.name,
		palette,
	]),
);
