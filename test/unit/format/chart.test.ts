import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {areaChart, bar, sparkline} from '../../../source/format/chart.ts';
import {asciiSymbols, type Symbols, unicodeSymbols} from '../../../source/format/symbols.ts';
import {textWidth} from '../../../source/format/width.ts';

const blockSymbols: Symbols = {...unicodeSymbols, chart: 'block'};

describe('bar', () => {
	test.each([
		[0, '····'],
		[0.25, '█···'],
		[0.3, '█▎··'],
		[1, '████'],
		[7, '████'],
		[-1, '····'],
		[Number.NaN, '–   '],
		[undefined, '–   '],
	])('%s', (fraction, expected) => {
		expect(bar(fraction, 4, unicodeSymbols)).toBe(expected);
	});

	test('ASCII has whole cells', () => {
		expect(bar(0.6, 5, asciiSymbols)).toBe('###..');
	});

	test('no width is no bar', () => {
		expect(bar(undefined, 0, unicodeSymbols)).toBe('');
	});
});

describe('sparkline', () => {
	test('the newest sample is at the right', () => {
		expect(sparkline([8, 1, 4], 2, 8, unicodeSymbols)).toBe('▁▄');
	});

	test('gaps and missing samples stay blank, zero does not', () => {
		expect(sparkline([0, undefined, 8], 5, 8, unicodeSymbols)).toBe('  ▁ █');
	});

	test('what exceeds the top is as high as it', () => {
		expect(sparkline([99], 1, 8, unicodeSymbols)).toBe('█');
	});

	test('without a top everything is low', () => {
		expect(sparkline([0, 5], 2, 0, unicodeSymbols)).toBe('▁▁');
	});
});

describe('areaChart', () => {
	const chart = (values: readonly (number | undefined)[], symbols: Symbols): readonly string[] =>
		areaChart({values, width: 3, height: 2, max: 8, symbols});

	test('braille: two samples a cell, four levels, top row first', () => {
		expect(chart([1, 2, 3, 4, 5, 8], unicodeSymbols)).toEqual(['  ⣸', '⣠⣾⣿']);
	});

	test('braille: a gap is blank on its side of the cell only', () => {
		expect(chart([8, undefined, undefined, 8], unicodeSymbols)).toEqual([' ⡇⢸', ' ⡇⢸']);
	});

	test('block: one sample a cell, eight levels', () => {
		expect(chart([1, 4, 8], blockSymbols)).toEqual(['  █', '▂██']);
	});

	test('ASCII: one sample a cell, four levels', () => {
		expect(chart([1, undefined, 8], asciiSymbols)).toEqual(['  #', '. #']);
		const eight = areaChart({
			...{values: [0, 1, 2, 3, 4, 5, 6, 7, 8], width: 9, height: 2, max: 8, symbols: asciiSymbols},
		});
		expect(eight).toEqual(['     .:+#', '..:+#####']);
	});

	test('hanging, it is filled from the top, where zero is', () => {
		const hanging = (values: readonly (number | undefined)[], symbols: Symbols) =>
			areaChart({values, width: 3, height: 2, max: 8, symbols, hangs: true});
		expect(hanging([1, 2, 3, 4, 5, 8], unicodeSymbols)).toEqual(['⠙⢿⣿', '  ⢹']);
		expect(hanging([1, undefined, 8], blockSymbols)).toEqual(['▀ █', '  █']);
		expect(hanging([4, 6, 8], blockSymbols)).toEqual(['███', ' ▀█']);
		expect(hanging([1, undefined, 8], asciiSymbols)).toEqual(["' #", '  #']);
		expect(hanging([2, 3, 6], asciiSymbols)).toEqual(['"*#', '  "']);
	});

	test('nothing to draw on gives nothing', () => {
		expect(areaChart({values: [1], width: 0, height: 0, max: 1, symbols: unicodeSymbols})).toEqual(
			[],
		);
	});

	test('has exactly its size for any samples', () => {
		const samples = fc.array(fc.option(fc.double(), {nil: undefined}), {maxLength: 90});
		const style = fc.constantFrom(unicodeSymbols, blockSymbols, asciiSymbols);
		fc.assert(
			fc.property(samples, style, fc.nat(30), fc.nat(6), (values, symbols, width, height) => {
				const hangs = width % 2 === 0;
				const rows = areaChart({values, width, height, max: 100, symbols, hangs});
				expect(rows.map(textWidth)).toEqual(new Array(height).fill(width));
			}),
		);
	});
});
