/** What a terminal's settings say about colours; every value is `#rrggbb`. */
export interface Theme {
	readonly background: string;
	readonly foreground: string;
	readonly border: string;
	/** The sixteen colours that a terminal lets its user choose. */
	readonly named: readonly string[];
}

export const darkTheme: Theme = {
	background: '#10141b',
	foreground: '#d8dee6',
	border: '#2b323d',
	named: [
		...['#1d232c', '#e5705f', '#58b99f', '#d6bd3c', '#5c93e0', '#b565d9', '#4fb3d9', '#b9c2cc'],
		...['#5c6773', '#f47b68', '#66e6cc', '#f0d93a', '#82adf5', '#cc4df5', '#66c7ff', '#ffffff'],
	],
};

export const lightTheme: Theme = {
	background: '#ffffff',
	foreground: '#1f2328',
	border: '#d0d7de',
	named: [
		...['#24292f', '#a3200f', '#0b6e4f', '#7d5a00', '#0550ae', '#8202a8', '#0b6a82', '#6e7781'],
		...['#57606a', '#6b1005', '#0b7d76', '#8f6a17', '#0b4a8f', '#9a06c3', '#0550ae', '#8c959f'],
	],
};

const hex = (value: number): string => value.toString(16).padStart(2, '0');

export const rgbColor = (value: number): string => `#${value.toString(16).padStart(6, '0')}`;

/** Colour of an index of the 256 colour table: 16 of the theme, a cube of 6x6x6, 24 greys. */
export const indexedColor = (theme: Theme, index: number): string => {
	const named = theme.named[index];
	if (named !== undefined) return named;
	if (index >= 232) return `#${hex(8 + (index - 232) * 10).repeat(3)}`;
	const level = (step: number): string => hex(step === 0 ? 0 : 55 + step * 40);
	const cube = index - 16;
	return `#${level(Math.floor(cube / 36))}${level(Math.floor(cube / 6) % 6)}${level(cube % 6)}`;
};
