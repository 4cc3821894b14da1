import {describe, expect, test} from 'vitest';
import {growingSpan, readColumns} from '../../../source/model/columns.ts';
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

describe('while little is known', () => {
	const span = (watchedSeconds: number, points = 84) => {
		const {spanMillis, points: drawn} = growingSpan(points, 300_000, watchedSeconds * 1000);
		return [spanMillis / 1000, drawn];
	};

	test('a chart reaches back as far as it takes, and is stretched seldom', () => {
		const spans = Array.from({length: 600}, (_, second) => span(second)[0]);
		expect([...new Set(spans)]).toEqual([21, 42, 84, 168, 252, 300]);
		spans.forEach((seconds = 0, second) => {
			expect(seconds).toBeGreaterThanOrEqual(Math.min(second, 300));
		});
	});

	test('a second has whole columns, or a column whole seconds', () => {
		expect(span(0, 86)).toEqual([21, 84]);
		expect(span(30, 86)).toEqual([43, 86]);
		expect(span(200, 86)).toEqual([258, 86]);
	});

	test('at any width it is neither longer nor wider than it may be', () => {
		for (let points = 0; points < 800; points++) {
			for (const watched of [-5, 0, 1, 10, 59, 299, 300, 5000, Number.POSITIVE_INFINITY]) {
				const [seconds = 0, drawn = 0] = span(watched, points);
				expect(seconds).toBeGreaterThan(0);
				expect(seconds).toBeLessThanOrEqual(300);
				expect(drawn).toBeLessThanOrEqual(points);
			}
		}
	});
});
