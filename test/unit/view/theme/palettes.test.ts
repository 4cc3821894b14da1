import {describe, expect, test} from 'vitest';
import type {Token} from '../../../../source/format/span.ts';
import {colourCodes} from '../../../../source/view/theme/colour-codes.ts';
import {type Palette, sourceOf, toPalette} from '../../../../source/view/theme/palette.ts';
import {ownPalettes, palettes} from '../../../../source/view/theme/palettes.ts';
import {
	contrast,
	nearestReadable,
	paletteColour,
	parseHex,
	type Rgb,
} from '../../../../source/view/theme/rgb.ts';
import {createTheme} from '../../../../source/view/theme/theme.ts';

const readable = 4.5;

/** Of `2;r;g;b` or `5;index`. */
const rgbOf = (code = ''): Rgb => {
	const [kind, red = 0, green = 0, blue = 0] = code.split(';').map(Number);
	return kind === 5 ? paletteColour(red) : {red, green, blue};
};

const tokensOf = ({tokens}: Palette): readonly (readonly [Token, string])[] =>
	Object.entries(tokens).map(([token, {hex}]) => [token as Token, hex]);

test('there are more than six, each by its name', () => {
	expect(palettes.size).toBeGreaterThan(6);
	for (const [name, palette] of palettes) expect(palette.name).toBe(name);
	expect(palettes.get('dark')).toBe(ownPalettes.dark);
});

describe.each([...palettes.values()])('$name', palette => {
	const behind = parseHex(palette.behind);

	test.each(tokensOf(palette).filter(([token]) => token !== 'dim'))(
		'%s can be read on its background, in 24 bits and in 256 colours',
		(token, hex) => {
			expect(contrast(parseHex(hex), behind)).toBeGreaterThanOrEqual(readable);
			const index = palette.tokens[token].index ?? nearestReadable(parseHex(hex), behind, readable);
			expect(contrast(paletteColour(index), behind)).toBeGreaterThanOrEqual(readable);
		},
	);

	test('rules are seen, and so is the selected row', () => {
		expect(contrast(parseHex(palette.tokens.dim.hex), behind)).toBeGreaterThanOrEqual(2.5);
		expect(contrast(parseHex(palette.selected.hex), behind)).toBeGreaterThanOrEqual(1.12);
	});

	test.each(tokensOf(palette))('%s can be told from the bar of the selected row', token => {
		const bar = parseHex(palette.selected.hex);
		const code = colourCodes['24'](palette).token(token, true) ?? '';
		const [red = 0, green = 0, blue = 0] = code.split(';').slice(2).map(Number);
		expect(contrast({red, green, blue}, bar)).toBeGreaterThanOrEqual(token === 'dim' ? 2.5 : 4.5);
		const index = Number(colourCodes['256'](palette).token(token, true)?.split(';')[2]);
		expect(contrast(paletteColour(index), bar)).toBeGreaterThanOrEqual(token === 'dim' ? 2.4 : 3.5);
	});

	test.each([undefined, ...tokensOf(palette).map(([token]) => token)])(
		'the selected row says both its colours, whatever the terminal has behind it: %s',
		token => {
			for (const level of ['24', '256'] as const) {
				const codes = createTheme({level, palette})
					.sgr(token && {token}, 'selected')
					.slice(2, -1);
				const pair = /^0;38;([\d;]+);48;([\d;]+)$/.exec(codes);
				const [text, bar] = [rgbOf(pair?.[1]), rgbOf(pair?.[2])];
				expect(contrast(text, bar), `${level}: ${codes}`).toBeGreaterThanOrEqual(
					token === 'dim' ? 2.5 : readable,
				);
			}
		},
	);

	test('has a colour for sixteen colours where the terminal has none of its own', () => {
		for (const {basic} of Object.values(palette.tokens)) expect(basic ?? '39').toMatch(/^\d\d$/);
		expect(palette.selected.basic).toMatch(palette.background === 'light' ? /^7$/ : /^\d\d;4\d$/);
	});
});

test('a palette goes into its source and back', () => {
	const nord = palettes.get('nord');
	expect(nord && toPalette(sourceOf(nord))).toEqual(nord);
});
