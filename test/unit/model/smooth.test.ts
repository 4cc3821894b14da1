import {expect, test} from 'vitest';
import {type Smoothed, smooth} from '../../../source/model/smooth.ts';

/** Just after an instant at which all ranks are put right. */
const start = 1_000_000;

/** A value a second from there on. */
const over = (values: readonly number[], step = 1): readonly Smoothed[] => {
	const all: Smoothed[] = [];
	for (const [second, value] of values.entries()) {
		all.push(smooth(all.at(-1), value, start + second * 1000, step));
	}
	return all;
};

const seconds = (count: number, value: (second: number) => number): readonly number[] =>
	Array.from({length: count}, (_, second) => value(second));

test('the first value, one of the same instant and one after a long silence count as they are', () => {
	const first = smooth(undefined, 40, start, 1);
	expect(first).toEqual({mean: 40, rank: 40, atMillis: start});
	expect(smooth(first, 90, start, 1).rank).toBe(90);
	expect(smooth(first, 90, start + 60_000, 1).rank).toBe(90);
});

test('a figure that breathes keeps its rank', () => {
	const ranks = over(seconds(10, second => 50 + (second % 2 === 0 ? 6 : -6)));
	expect(new Set(ranks.map(({rank}) => rank))).toEqual(new Set([56]));
});

test('one that has become another gets its rank within two seconds', () => {
	const ranks = over([10, 10, 10, 90, 90, 90]).map(({rank}) => rank);
	expect(ranks.slice(0, 3)).toEqual([10, 10, 10]);
	expect(ranks[3]).toBeGreaterThan(30);
	expect(ranks[4]).toBeGreaterThan(45);
});

test('what stays a little different is put right after ten seconds, of all at the same instant', () => {
	const ranks = over(seconds(12, second => (second === 0 ? 50 : 54))).map(({rank}) => rank);
	expect(new Set(ranks.slice(0, 10))).toEqual(new Set([50]));
	expect(ranks[10]).toBeCloseTo(54, 0);
});

test('what differs by less than a step is no difference', () => {
	const ranks = over([0.2, 0.9, 0.4, 0.1]).map(({rank}) => rank);
	expect(new Set(ranks)).toEqual(new Set([0.2]));
});
