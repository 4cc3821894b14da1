import {expect, test} from 'vitest';
import {Series} from '../../../source/model/series.ts';
import {sumTimelines} from '../../../source/view/widgets/sum-timelines.ts';

const series = (...values: ReadonlyArray<number | undefined>): Series => {
	const made = new Series(1000, 60);
	values.forEach((value, second) => {
		if (value !== undefined) made.set(second * 1000, value);
	});
	return made;
};

test('adds up, and a gap is one only where nobody has a value', () => {
	const sum = sumTimelines([
		series(1, 2, 3, undefined, undefined, undefined, undefined),
		series(undefined, 10, 10, 10, undefined, undefined, undefined),
	]);
	expect(sum.read(6000, 7)).toEqual([1, 12, 13, 13, 13, 10, undefined]);
	expect(sum.max(6000, 7)).toBe(13);
});

test('containers that are sampled in turn make no saw', () => {
	const sum = sumTimelines([series(5, undefined, 5, undefined), series(7, 7, undefined, 7)]);
	expect(sum.read(3000, 4)).toEqual([12, 12, 12, 12]);
});

test('of nothing there is nothing', () => {
	expect(sumTimelines([]).read(3000, 3)).toEqual([undefined, undefined, undefined]);
	expect(sumTimelines([]).max(3000, 3)).toBeUndefined();
});

test('of one it is the one', () => {
	const only = series(1, 2);
	expect(sumTimelines([only])).toBe(only);
});
