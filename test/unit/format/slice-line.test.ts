import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {lineWidth} from '../../../source/format/line.ts';
import {cleanText} from '../../../source/format/sanitise.ts';
import {sliceLine, wrapLine} from '../../../source/format/slice-line.ts';
import type {Line} from '../../../source/format/span.ts';
import {anyText} from '../../helpers/any-text.ts';

const red = {token: 'err'} as const;
const textOf = (line: Line): string => line.map(({text}) => text).join('');

const anyLine = fc
	.array(anyText, {maxLength: 4})
	.map((texts): Line => texts.map(text => ({text: cleanText(text)})));

describe('sliceLine', () => {
	test('keeps the style of each piece', () => {
		const line = [{text: 'plain '}, {text: 'red', style: red}, {text: ' end'}];
		expect(sliceLine(line, 4, 4)).toEqual([{text: 'n '}, {text: 're', style: red}]);
	});

	test.each([
		['from the left half of a wide character', '漢字漢', 1, 4, ' 字 '],
		['up to the left half of one', 'a漢字', 0, 4, 'a漢 '],
		['behind the end', 'abc', 5, 4, ''],
		['nothing', 'abc', 1, 0, ''],
	])('%s', (_name, text, from, width, expected) => {
		expect(textOf(sliceLine([{text}], from, width))).toBe(expected);
	});

	test('is as wide as what there is', () => {
		fc.assert(
			fc.property(anyLine, fc.nat(40), fc.nat(40), (line, from, width) => {
				const expected = Math.max(0, Math.min(width, lineWidth(line) - from));
				expect(lineWidth(sliceLine(line, from, width))).toBe(expected);
			}),
			{numRuns: 2000},
		);
	});
});

describe('wrapLine', () => {
	const rowsOf = (line: Line, first: number, other = first) =>
		wrapLine(line, first, other).map(textOf);

	test.each([
		['what fits', 'abc', 3, 3, ['abc']],
		['nothing', '', 3, 3, ['']],
		['other rows of another width', 'abcdefgh', 4, 2, ['abcd', 'ef', 'gh']],
		['wide characters', '漢字漢字', 5, 4, ['漢字', '漢字']],
		['a wide character in one cell', 'a漢b', 1, 1, ['a', '漢', 'b']],
	])('%s', (_name, text, first, other, rows) => {
		expect(rowsOf([{text}], first, other)).toEqual(rows);
	});

	test('keeps the style of each piece', () => {
		expect(wrapLine([{text: 'ab'}, {text: 'cdef', style: red}], 3, 2)).toEqual([
			[{text: 'ab'}, {text: 'c', style: red}],
			[{text: 'de', style: red}],
			[{text: 'f', style: red}],
		]);
	});

	test('ends after so many rows', () => {
		expect(wrapLine([{text: 'x'.repeat(1e6)}], 10, 10, 3)).toHaveLength(3);
		expect(wrapLine([{text: '漢'.repeat(1000)}], 10, 10, 3)).toHaveLength(3);
	});

	test('loses nothing, and no row is too wide', () => {
		fc.assert(
			fc.property(anyLine, fc.integer({min: 2, max: 30}), (line, width) => {
				const rows = wrapLine(line, width, width);
				expect(rows.map(textOf).join('')).toBe(textOf(line));
				for (const row of rows) expect(lineWidth(row)).toBeLessThanOrEqual(width);
			}),
			{numRuns: 2000},
		);
	});
});
