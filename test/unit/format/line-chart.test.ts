import {describe, expect, test} from 'vitest';
import {areaChart} from '../../../source/format/chart.ts';
import {lineChart} from '../../../source/format/line-chart.ts';
import {asciiSymbols, type Symbols, unicodeSymbols} from '../../../source/format/symbols.ts';

const draw = (
	lines: readonly (readonly (number | undefined)[])[],
	width: number,
	symbols: Symbols = unicodeSymbols,
): readonly string[] =>
	lineChart({lines, width, height: 2, max: 7, symbols, letters: 'ab'}).map(row =>
		row.map(({text}) => text).join(''),
	);

test('dots at the height of each value, steps joined, gaps left open', () => {
	expect(draw([[0, 7, undefined, 7]], 2)).toEqual(['⢸⠈', '⡸ ']);
	expect(draw([[7, 0]], 1)).toEqual(['⡇', '⢇']);
});

test('a cell of several has the colour of the one that fills most of it', () => {
	const [top] = lineChart({
		...{
			lines: [
				[7, 7],
				[7, 4],
			],
			width: 1,
			height: 1,
			max: 7,
		},
		...{symbols: unicodeSymbols, letters: 'ab'},
	});
	expect(top?.[0]?.line).toBe(1);
	expect(draw([[], [3.5, 3.5]], 1)[0]).toBe('⣀');
});

describe('where there are no dots', () => {
	const drawWide = (lines: Parameters<typeof draw>[0], width: number, height = 2) =>
		lineChart({lines, width, height, max: 7, symbols: asciiSymbols, letters: 'ab'}).map(row =>
			row.map(({text}) => text).join(''),
		);

	test('four heights within a cell, gaps left open', () => {
		expect(drawWide([[0, 1, 2, 3, undefined, 4, 5, 6, 7, 7]], 10)).toEqual([
			"     _.-'a",
			"_.-'      ",
		]);
	});

	test('steps of more than a cell are joined', () => {
		expect(drawWide([[0, 7, 7, 0, 0]], 5, 4)).toEqual([" ''  ", ' | | ', ' | | ', '_  _a']);
	});

	test('every twelve cells a letter says which line it is, of two lines in two places', () => {
		const flat = (value: number) => new Array<number>(26).fill(value);
		const [upper, lower] = drawWide([flat(7), flat(0)], 26);
		expect(upper).toBe("'a'''''''''''a'''''''''''a");
		expect(lower).toBe('___________b___________b__');
	});
});

test('a line of the values of an area is never above it', () => {
	const values = [1, 6, 2, 2, 7, 0, 3, 5];
	const area = areaChart({values, width: 4, height: 3, max: 7, symbols: unicodeSymbols});
	const line = lineChart({
		...{lines: [values], width: 4, height: 3, max: 7, symbols: unicodeSymbols, letters: 'a'},
	});
	line.forEach((row, index) => {
		row.forEach(({text}, cell) => {
			if (text !== ' ') expect(area[index]?.[cell]).not.toBe(' ');
		});
	});
});
