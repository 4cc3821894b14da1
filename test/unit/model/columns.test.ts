import {expect, test} from 'vitest';
import {readColumns} from '../../../source/model/columns.ts';
import type {Timeline} from '../../../source/model/series.ts';

/** Second n has the value n; what is later than 1000 is not known. */
const timeline: Timeline = {
	read: ({untilMillis, spanMillis, points}) => {
		const last = Math.floor(untilMillis / 1000);
		const each = spanMillis / 1000 / points;
		return Array.from({length: points}, (_, index) => {
			const second = last - (points - 1 - index) * each;
			return second > 1000 ? undefined : second;
		});
	},
};

const read = (second: number, points: number, perCell?: number) =>
	readColumns(timeline, {untilMillis: second * 1000, spanMillis: 20_000, points}, perCell);

test('columns begin at fixed instants, the newest is still being filled', () => {
	expect(read(103, 5).values).toEqual([85.5, 89.5, 93.5, 97.5, 101.5]);
	expect(read(104, 5).values).toEqual([89.5, 93.5, 97.5, 101.5, 104]);
	expect(read(105, 5).values).toEqual([89.5, 93.5, 97.5, 101.5, 104.5]);
	expect(read(107, 5).values).toEqual([89.5, 93.5, 97.5, 101.5, 105.5]);
	expect(read(108, 5).values).toEqual([93.5, 97.5, 101.5, 105.5, 108]);
});

test('of a cell of two columns the second comes later', () => {
	expect(read(104, 4, 2).values).toEqual([92, 97, 102, undefined]);
	expect(read(105, 4, 2).values).toEqual([92, 97, 102, 105]);
});

test('reaches back by whole columns, or as far as it is asked to where they are shorter than a second', () => {
	expect(read(100, 6).shownMillis).toBe(18_000);
	expect(read(100, 40)).toMatchObject({shownMillis: 20_000});
	expect(read(100, 40).values).toHaveLength(40);
	expect(read(100, 0).values).toEqual([]);
});

test('what is not known is a gap', () => {
	expect(read(1010, 5).values.slice(-2)).toEqual([undefined, undefined]);
});
