import fc from 'fast-check';
import {expect, test} from 'vitest';
import {resample} from '../../../source/model/resample.ts';

const gap = undefined;

const means = (values: readonly (number | undefined)[], points: number) =>
	resample(slots(values), values.length, points, 'mean');

const slots = (values: readonly (number | undefined)[]): Float64Array =>
	Float64Array.from(values, value => value ?? Number.NaN);

test('gives means of equal spans, oldest first', () => {
	expect(means([1, 3, 5, 7, 10, 20], 3)).toEqual([2, 6, 15]);
});

test('gives their extremes as well', () => {
	const values = slots([1, 3, gap, 7, gap, gap]);
	expect(resample(values, 6, 3, 'max')).toEqual([3, 7, gap]);
	expect(resample(values, 6, 3, 'min')).toEqual([1, 7, gap]);
	expect(resample(values, 6, 1, 'min')).toEqual([1]);
});

test('stretches when there are fewer values than asked for', () => {
	expect(means([1, 2], 4)).toEqual([1, 1, 2, 2]);
});

test('reads as many values as it is told to', () => {
	expect(resample(slots([1, 2, 3, 4]), 2, 2, 'mean')).toEqual([1, 2]);
});

test('a span without a value is a gap, and a gap within one does not count', () => {
	expect(means([4, gap, gap, gap, 8, 2], 3)).toEqual([4, gap, 5]);
});

test('nothing at all gives only gaps', () => {
	expect(means([], 3)).toEqual([gap, gap, gap]);
	expect(means([gap, gap], 2)).toEqual([gap, gap]);
	expect(means([1, 2], 0)).toEqual([]);
});

test('gives the wanted number of values, none outside what was measured', () => {
	const figure = fc.option(fc.double({min: 0, max: 1e12, noNaN: true}), {nil: undefined});
	fc.assert(
		fc.property(fc.array(figure, {maxLength: 80}), fc.nat(80), (values, count) => {
			const known = values.filter(value => value !== undefined);
			const result = means(values, count);
			expect(result).toHaveLength(count);
			for (const value of result) {
				if (value === undefined) continue;
				expect(value).toBeGreaterThanOrEqual(Math.min(...known));
				expect(value).toBeLessThanOrEqual(Math.max(...known) * (1 + 1e-12));
			}
		}),
	);
});
