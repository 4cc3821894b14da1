import {expect, test} from 'vitest';
import type {Summand} from '../../../source/model/series.ts';
import {Series} from '../../../source/model/series.ts';
import {sumTimelines} from '../../../source/view/widgets/sum-timelines.ts';
import {lastSeconds} from '../../helpers/last-seconds.ts';

const gap = undefined;

/** Sampled in those seconds that have a value. */
const timeline = (...values: ReadonlyArray<number | undefined>): Summand => {
	const made = new Series({figures: 1, minimums: 1, longestMillis: 15_000});
	values.forEach((value, second) => {
		if (value !== undefined) made.add(second * 1000, Float64Array.of(value), true);
	});
	return made.timeline(0);
};

test('adds up, and a gap is one only where nobody has a value', () => {
	const sum = sumTimelines([timeline(1, 2, 3), timeline(gap, 10, 10, 10, 10, 10, 10)]);
	expect(lastSeconds(sum, 6000, 8)).toEqual([gap, 1, 12, 13, 10, 10, 10, 10]);
});

test('has the largest and the least of what was added up', () => {
	const sum = sumTimelines([timeline(1, 2, 9), timeline(20, 10, 10)]);
	const window = {untilMillis: 2000, spanMillis: 3000, points: 1};
	expect(sum.read({...window, statistic: 'max'})).toEqual([21]);
	expect(sum.read({...window, statistic: 'min'})).toEqual([12]);
});

test('containers that are sampled in turn make no saw', () => {
	const sum = sumTimelines([
		timeline(5, gap, gap, gap, gap, 5, gap, gap),
		timeline(7, 7, 7, 7, 7, 7, 7, 7),
	]);
	expect(lastSeconds(sum, 7000, 8)).toEqual(Array(8).fill(12));
});

test('reads another time anew', () => {
	const sum = sumTimelines([timeline(1, 2), timeline(10, 20)]);
	expect(lastSeconds(sum, 1000, 1)).toEqual([22]);
	expect(lastSeconds(sum, 0, 1)).toEqual([11]);
	expect(lastSeconds(sum, 0, 2)).toEqual([gap, 11]);
});

test('of nothing there is nothing', () => {
	expect(lastSeconds(sumTimelines([]), 3000, 3)).toEqual([gap, gap, gap]);
});

test('of one it is the one', () => {
	const only = timeline(1, 2);
	expect(sumTimelines([only])).toBe(only);
});
