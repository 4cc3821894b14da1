import fc from 'fast-check';
import {expect, test} from 'vitest';
import {resample} from '../../../source/model/resample.ts';

const gap = undefined;

test('gives means of equal spans, oldest first', () => {
	expect(resample([1, 3, 5, 7, 10, 20], 3)).toEqual([2, 6, 15]);
});

test('stretches when there are fewer values than asked for', () => {
	expect(resample([1, 2], 4)).toEqual([1, 1, 2, 2]);
});

test('a value stands for two slots after it, so that a late sample leaves no hole', () => {
	expect(resample([4, gap, gap, 8], 4)).toEqual([4, 4, 4, 8]);
});

test('a longer silence is a gap', () => {
	expect(resample([4, gap, gap, gap, 8], 5)).toEqual([4, 4, 4, gap, 8]);
	expect(resample([gap, gap, gap, 8], 2)).toEqual([gap, 8]);
});

test('nothing at all gives only gaps', () => {
	expect(resample([], 3)).toEqual([gap, gap, gap]);
	expect(resample([gap, gap], 2)).toEqual([gap, gap]);
	expect(resample([1, 2], 0)).toEqual([]);
});

test('gives the wanted number of values, none outside what was measured', () => {
	const figure = fc.option(fc.double({min: 0, max: 1e12, noNaN: true}), {nil: undefined});
	fc.assert(
		fc.property(fc.array(figure, {maxLength: 80}), fc.nat(80), (values, count) => {
			const known = values.filter(value => value !== undefined);
			const result = resample(values, count);
			expect(result).toHaveLength(count);
			for (const value of result) {
				if (value === undefined) continue;
				expect(value).toBeGreaterThanOrEqual(Math.min(...known));
				expect(value).toBeLessThanOrEqual(Math.max(...known) * (1 + 1e-12));
			}
		}),
	);
});
