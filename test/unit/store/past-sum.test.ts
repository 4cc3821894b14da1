import {expect, test} from 'vitest';
import type {Summand} from '../../../source/model/series.ts';
import {patienceMillis, Series} from '../../../source/model/series.ts';
import {PastSum} from '../../../source/store/past-sum.ts';
import {lastSeconds} from '../../helpers/last-seconds.ts';

const gap = undefined;
const longestMillis = 15_000;
const unsettledMillis = longestMillis + patienceMillis;

const sumOf = (...summands: readonly Summand[]): PastSum =>
	new PastSum(summands, unsettledMillis, () => 0);

/** Sampled in those seconds that have a value. */
const timeline = (...values: ReadonlyArray<number | undefined>): Summand => {
	const made = new Series({figures: 1, minimums: 1, longestMillis});
	values.forEach((value, second) => {
		if (value !== undefined) made.add(second * 1000, Float64Array.of(value), true);
	});
	return made.timeline(0);
};

test('adds up, and a gap is one only where nobody has a value', () => {
	const sum = sumOf(timeline(1, 2, 3), timeline(gap, 10, 10, 10, 10, 10, 10));
	expect(lastSeconds(sum, 6000, 8)).toEqual([gap, 1, 12, 13, 10, 10, 10, 10]);
});

test('has the largest and the least of what was added up', () => {
	const sum = sumOf(timeline(1, 2, 9), timeline(20, 10, 10));
	const window = {untilMillis: 2000, spanMillis: 3000, points: 1};
	expect(sum.read({...window, statistic: 'max'})).toEqual([21]);
	expect(sum.read({...window, statistic: 'min'})).toEqual([12]);
});

test('containers that are sampled in turn make no saw', () => {
	const sum = sumOf(timeline(5, gap, gap, gap, gap, 5, gap, gap), timeline(7, 7, 7, 7, 7, 7, 7, 7));
	expect(lastSeconds(sum, 7000, 8)).toEqual(Array(8).fill(12));
});

test('reads another time anew', () => {
	const sum = sumOf(timeline(1, 2), timeline(10, 20));
	expect(lastSeconds(sum, 1000, 1)).toEqual([22]);
	expect(lastSeconds(sum, 0, 1)).toEqual([11]);
	expect(lastSeconds(sum, 0, 2)).toEqual([gap, 11]);
});

test('of nothing there is nothing', () => {
	expect(lastSeconds(sumOf(), 3000, 3)).toEqual([gap, gap, gap]);
});

/** Of the same timelines, added up all at once. */
const readAnew = (summands: readonly Summand[], untilMillis: number, seconds: number) =>
	lastSeconds(sumOf(...summands), untilMillis, seconds);

test('goes on with every sample as if it had been added up anew', () => {
	const paces = [1, 2, 3, 5, 7, 13, 16];
	const all = paces.map(() => new Series({figures: 1, minimums: 1, longestMillis}));
	const summands = all.map(series => series.timeline(0));
	let version = 0;
	const sum = new PastSum(summands, unsettledMillis, () => version);
	for (let second = 0; second < 400; second++) {
		all.forEach((series, index) => {
			const hasPause = second % 90 > 50 && index % 2 === 0;
			if (hasPause || second % (paces[index] ?? 1) !== 0) return;
			series.add(second * 1000 + index, Float64Array.of((second * 7 + index) % 19), true);
		});
		version++;
		// Now and then nobody looks.
		if (second % 50 > 40) continue;
		const untilMillis = second * 1000 + 500;
		expect(lastSeconds(sum, untilMillis, 300)).toEqual(readAnew(summands, untilMillis, 300));
	}
});

test('reads another span and another time anew', () => {
	const summands = [timeline(1, 2, 3, 4), timeline(1, 1, 1, 1)];
	const sum = sumOf(...summands);
	for (const [until, seconds] of [
		[3, 4],
		[3, 2],
		[1, 2],
		[3, 4000],
		[400, 4],
	] as const) {
		expect(lastSeconds(sum, until * 1000, seconds)).toEqual(
			readAnew(summands, until * 1000, seconds),
		);
	}
});
