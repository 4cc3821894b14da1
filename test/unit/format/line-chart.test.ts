import {expect, test} from 'vitest';
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

test('letters where there are no dots', () => {
	expect(
		draw(
			[
				[7, undefined],
				[0, 0],
			],
			2,
			asciiSymbols,
		),
	).toEqual(['a ', 'bb']);
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
