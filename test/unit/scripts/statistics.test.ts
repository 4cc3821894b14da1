import {expect, test} from 'vitest';
import {
	formatSpread,
	median,
	quantile,
	robustSlope,
	spread,
} from '../../../scripts/lib/statistics.ts';

test('the median is the one in the middle, or between the two', () => {
	expect(median([9, 1, 2])).toBe(2);
	expect(median([9, 1, 2, 4])).toBe(3);
	expect(median([])).toBeUndefined();
});

test('a spread is least, median and most of all rounds', () => {
	expect(spread([3, 1, 8])).toEqual({median: 3, min: 1, max: 8});
	expect(spread([])).toBeUndefined();
});

test('a round without the figure leaves it unknown', () => {
	expect(spread([3, undefined, 8])).toBeUndefined();
});

test('a spread is written once when all rounds look the same', () => {
	expect(formatSpread({median: 3, min: 1.04, max: 8}, 1)).toBe('3.0 (1.0–8.0)');
	expect(formatSpread({median: 3.01, min: 3, max: 3.04}, 1)).toBe('3.0');
	expect(formatSpread(undefined, 1)).toBe('–');
});

test('a quantile is one of the values', () => {
	const hundred = Array.from({length: 100}, (_, index) => 100 - index);
	expect(quantile(hundred, 0.95)).toBe(95);
	expect(quantile(hundred, 0)).toBe(1);
	expect(quantile([7], 0.95)).toBe(7);
	expect(quantile([], 0.5)).toBeUndefined();
});

test('a robust slope does not mind what is far off', () => {
	const points = Array.from({length: 9}, (_, x) => ({x, y: 2 * x + 1}));
	expect(robustSlope(points)).toBe(2);
	expect(robustSlope([...points, {x: 9, y: 1000}, {x: 10, y: -1000}])).toBe(2);
	expect(robustSlope([{x: 1, y: 1}])).toBeUndefined();
	expect(
		robustSlope([
			{x: 1, y: 1},
			{x: 1, y: 5},
		]),
	).toBeUndefined();
});
