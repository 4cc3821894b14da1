import {describe, expect, test} from 'vitest';
import type {Token} from '../../../../source/format/span.ts';
import {
	contrast,
	nearestIndex,
	paletteColour,
	parseHex,
	type Rgb,
} from '../../../../source/view/theme/rgb.ts';
import {type Background, tokenColours} from '../../../../source/view/theme/tokens.ts';

const backgrounds: readonly Background[] = ['dark', 'light'];
/** Black and the usual dark grey; white and the usual paper. */
const behind: Readonly<Record<Background, readonly string[]>> = {
	dark: ['#000000', '#1e1e1e'],
	light: ['#ffffff', '#fdf6e3'],
};

const tokensOf = (background: Background): readonly (readonly [Token, string, number])[] =>
	Object.entries(tokenColours[background]).map(([token, {hex, index}]) => [
		token as Token,
		hex,
		index ?? nearestIndex(parseHex(hex)),
	]);

describe.each(backgrounds)('%s', background => {
	const text = tokensOf(background).filter(([token]) => token !== 'dim');

	test.each(text)('%s can be read in 24 bits', (_token, hex) => {
		const [strict = '', usual = ''] = behind[background];
		expect(contrast(parseHex(hex), parseHex(strict))).toBeGreaterThanOrEqual(4.5);
		expect(contrast(parseHex(hex), parseHex(usual))).toBeGreaterThanOrEqual(4);
	});

	test.each(text)('%s can be read in 256 colours', (_token, _hex, index) => {
		const [strict = ''] = behind[background];
		expect(contrast(paletteColour(index), parseHex(strict))).toBeGreaterThanOrEqual(4.5);
	});

	test('rules are seen', () => {
		const [strict = ''] = behind[background];
		expect(
			contrast(parseHex(tokenColours[background].dim.hex), parseHex(strict)),
		).toBeGreaterThanOrEqual(2.9);
	});
});

/** Those of xterm, which most terminals begin with. */
const xterm = [
	...['#000000', '#cd0000', '#00cd00', '#cdcd00', '#0000ee', '#cd00cd', '#00cdcd', '#e5e5e5'],
	...['#7f7f7f', '#ff0000', '#00ff00', '#ffff00', '#5c5cff', '#ff00ff', '#00ffff', '#ffffff'],
];

describe.each(backgrounds)('in sixteen colours of xterm, %s', background => {
	const [strict = ''] = behind[background];
	const colours = Object.entries(tokenColours[background]).map(([token, {basic}]) => {
		const code = Number(basic);
		return [token, basic && (xterm[code < 90 ? code - 30 : code - 82] ?? '')] as const;
	});

	test.each(colours)('%s can be read', (token, hex) => {
		if (hex === undefined) return;
		const least = token === 'dim' || token === 'load0' ? 3 : 4;
		expect(contrast(parseHex(hex), parseHex(strict))).toBeGreaterThanOrEqual(least);
	});

	test('what is well, what to take care of and what failed are three colours, and keys another', () => {
		const told = new Map(colours);
		const four = ['ok', 'warn', 'err', 'accent'].map(token => told.get(token));
		expect(new Set(four).size).toBe(4);
	});
});

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const deficiencies: Readonly<Record<string, readonly (readonly number[])[]>> = {
	none: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1],
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039],
	],
};

const linear = (channel: number): number => {
	const share = channel / 255;
	return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const times = (
	matrix: readonly (readonly number[])[],
	vector: readonly number[],
): readonly number[] =>
	matrix.map(row => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0));

const toXyz = [
	[0.4124, 0.3576, 0.1805],
	[0.2126, 0.7152, 0.0722],
	[0.0193, 0.1192, 0.9505],
];
const whitePoint = [0.95047, 1, 1.08883];

/** CIELAB of a colour as someone with this matrix sees it. */
const lab = (
	{red, green, blue}: Rgb,
	matrix: readonly (readonly number[])[],
): readonly number[] => {
	const seen = times(matrix, [red, green, blue].map(linear)).map(value =>
		Math.min(1, Math.max(0, value)),
	);
	const [x = 0, y = 0, z = 0] = times(toXyz, seen).map((value, index) => {
		const share = value / (whitePoint[index] ?? 1);
		return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116;
	});
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

const difference = (a: string, b: string, matrix: readonly (readonly number[])[]): number => {
	const [first, second] = [lab(parseHex(a), matrix), lab(parseHex(b), matrix)];
	return Math.hypot(...first.map((value, index) => value - (second[index] ?? 0)));
};

const kinds = Object.entries(deficiencies).flatMap(([name, matrix]) =>
	backgrounds.map(background => ({name, background, matrix})),
);

test.each(kinds)(
	'ok, warn and err are told apart with $name on $background',
	({background, matrix}) => {
		const {ok, warn, err} = tokenColours[background];
		for (const [a, b] of [
			[ok, warn],
			[warn, err],
			[ok, err],
		] as const) {
			expect(difference(a.hex, b.hex, matrix)).toBeGreaterThan(25);
		}
	},
);
