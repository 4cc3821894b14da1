import {expect, test} from 'vitest';
import {
	contrast,
	nearestBasic,
	nearestIndex,
	paletteColour,
	parseHex,
} from '../../../../source/view/theme/rgb.ts';

test('hex digits become channels', () => {
	expect(parseHex('#0a80ff')).toEqual({red: 10, green: 128, blue: 255});
});

test.each([
	[1, '#cd0000'],
	[16, '#000000'],
	[21, '#0000ff'],
	[110, '#87afd7'],
	[231, '#ffffff'],
	[232, '#080808'],
	[255, '#eeeeee'],
])('index %s is %s', (index, hex) => {
	expect(paletteColour(index)).toEqual(parseHex(hex));
});

test('an index of the fixed part is nearest to its own colour', () => {
	for (let index = 16; index < 256; index++) {
		expect(paletteColour(nearestIndex(paletteColour(index)))).toEqual(paletteColour(index));
	}
});

test('sixteen colours are found by nearness', () => {
	expect(nearestBasic(parseHex('#f01010'))).toBe(9);
	expect(nearestBasic(parseHex('#010101'))).toBe(0);
});

test('contrast is that of WCAG', () => {
	expect(contrast(parseHex('#000000'), parseHex('#ffffff'))).toBeCloseTo(21);
	expect(contrast(parseHex('#777777'), parseHex('#ffffff'))).toBeCloseTo(4.48, 2);
});
