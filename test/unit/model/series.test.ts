import {expect, test} from 'vitest';
import {Series} from '../../../source/model/series.ts';

const second = 1000;

const filled = (...values: readonly (number | undefined)[]): Series => {
	const series = new Series(second, 5);
	values.forEach((value, index) => {
		if (value !== undefined) series.set((100 + index) * second, value);
	});
	return series;
};

test('reads the newest values, oldest first', () => {
	expect(filled(1, 2, 3).read(102 * second, 3)).toEqual([1, 2, 3]);
});

test('an empty series has only gaps', () => {
	const series = new Series(second, 5);
	expect(series.read(100 * second, 2)).toEqual([undefined, undefined]);
	expect(series.max(100 * second, 2)).toBeUndefined();
});

test('a slot that nobody wrote is a gap and not 0', () => {
	expect(filled(1, undefined, 3).read(102 * second, 3)).toEqual([1, undefined, 3]);
});

test('what lies before the first value and after the last one is a gap', () => {
	expect(filled(1, 2).read(103 * second, 5)).toEqual([undefined, 1, 2, undefined, undefined]);
});

test('a figure that is not known makes a gap', () => {
	const series = filled(1, 2);
	series.set(101 * second, undefined);
	expect(series.read(101 * second, 2)).toEqual([1, undefined]);
});

test('the later of two values in a slot counts', () => {
	const series = filled(1);
	series.set(100 * second + 999, 7);
	expect(series.read(100 * second, 1)).toEqual([7]);
});

test('a value that comes late finds its slot', () => {
	const series = filled(1, undefined, 3);
	series.set(101 * second, 2);
	expect(series.read(102 * second, 3)).toEqual([1, 2, 3]);
});

test('keeps as many values as it has room for', () => {
	expect(filled(1, 2, 3, 4, 5, 6, 7).read(106 * second, 7)).toEqual([
		...[undefined, undefined],
		...[3, 4, 5, 6, 7],
	]);
});

test.each([1, 4, 5, 6, 1_000_000])(
	'after a silence of %i slots the old values are gaps',
	silence => {
		const series = filled(1, 2, 3, 4, 5);
		series.set((104 + silence) * second, 9);
		const before = series.read((104 + silence) * second, 5).slice(0, -1);
		const kept = [2, 3, 4, 5].slice(silence - 1);
		expect(before).toEqual([...kept, ...Array(4 - kept.length).fill(undefined)]);
	},
);

test('goes on when the clock is put back', () => {
	const series = filled(1, 2, 3);
	series.set(10 * second, 8);
	series.set(11 * second, 9);
	expect(series.read(11 * second, 3)).toEqual([undefined, 8, 9]);
});

test('finds the largest of the last values', () => {
	const series = filled(9, 2, undefined, 4);
	expect(series.max(103 * second, 3)).toBe(4);
	expect(series.max(103 * second, 4)).toBe(9);
});
