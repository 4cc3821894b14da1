import {describe, expect, test} from 'vitest';
import {
	addPasts,
	columnGrid,
	columnOf,
	inColumns,
	momentOf,
	type Past,
	readPast,
	summaryOf,
	valueAt,
} from '../../../source/model/past.ts';
import {Series} from '../../../source/model/series.ts';
import {startMillis} from '../../helpers/builders.ts';

const second = 1000;
const minute = 60 * second;

/** A figure that is the number of its second, from the start on, without those of `missing`. */
const measured = (seconds: number, missing: (at: number) => boolean = () => false): Past => {
	const series = new Series({figures: 1, minimums: 1, longestMillis: 15_000});
	for (let at = 0; at <= seconds; at++) {
		if (!missing(at)) series.add(startMillis + at * second, Float64Array.of(at), at > 0);
	}
	return readPast(series.timeline(0), startMillis + seconds * second, 5 * minute);
};

describe('the past of a figure', () => {
	test('is as fine as it is kept so far back', () => {
		const series = new Series({figures: 1, minimums: 0, longestMillis: 15_000});
		const slots = (span: number): readonly [number, number] => {
			const {slotMillis, means} = readPast(series.timeline(0), startMillis, span);
			return [slotMillis, means.length];
		};
		expect(slots(minute)).toEqual([second, 60]);
		expect(slots(5 * minute)).toEqual([second, 300]);
		expect(slots(30 * minute)).toEqual([10 * second, 180]);
		expect(slots(180 * minute)).toEqual([minute, 180]);
		expect(slots(1440 * minute)).toEqual([minute, 1440]);
	});

	test('tells the value at a moment, which is a gap where nothing was measured', () => {
		const past = measured(300, at => at > 100 && at < 150);
		expect(valueAt(past, startMillis + 80 * second)).toBe(80);
		expect(valueAt(past, startMillis + 80 * second + 900)).toBe(80);
		expect(valueAt(past, startMillis + 120 * second)).toBeUndefined();
		expect(valueAt(past, startMillis - second)).toBeUndefined();
	});

	test('knows mean, 95th percentile and maximum of what is known', () => {
		const means = [...Array.from({length: 100}, (_, index) => index + 1), undefined];
		const past = {slotMillis: 1000, firstSlot: 0, means, peaks: [...means, 140]};
		expect(summaryOf(past)).toEqual({mean: 50.5, p95: 95, max: 140});
		expect(summaryOf({...past, means: [undefined], peaks: []})).toBeUndefined();
	});

	test('of two together is a gap only where neither is known', () => {
		const past = (means: Past['means']): Past => ({
			...{slotMillis: 1000, firstSlot: 0, means, peaks: means},
		});
		const both = addPasts(past([1, 2, undefined, undefined]), past([10, undefined, 30, undefined]));
		expect(both.means).toEqual([11, 2, 30, undefined]);
	});
});

describe('columns of a chart', () => {
	const past = measured(400);
	const columns = (untilSecond: number, cells: number): Past['means'] => {
		const until = startMillis + untilSecond * second;
		return inColumns(past, past.means, columnGrid(until, 5 * minute, cells, 2), 'mean');
	};

	test.each([10, 37, 44, 93, 180, 400])('%i cells stay as they are until one is full', cells => {
		const before = columns(380, cells);
		for (let at = 380; at < 400; at++) {
			const now = columns(at, cells);
			const passed =
				columnGrid(startMillis + at * second, 5 * minute, cells, 2).first -
				columnGrid(startMillis + 380 * second, 5 * minute, cells, 2).first;
			expect(passed % 2).toBe(0);
			// The leftmost may reach back before what is kept, the last cell is still being filled.
			expect(now.slice(2, -2 - passed)).toEqual(before.slice(2 + passed, -2));
		}
	});

	test('take the greatest of what falls into them where that is asked for', () => {
		const grid = {columns: 2, columnMillis: 3000, first: 0};
		const values = [1, 9, undefined, 4, 5, 6];
		const each = {slotMillis: 1000, firstSlot: 0, means: values, peaks: values};
		expect(inColumns(each, values, grid, 'mean')).toEqual([5, 5]);
		expect(inColumns(each, values, grid, 'max')).toEqual([9, 6]);
	});

	test('a moment is in the column whose middle is near it', () => {
		const grid = columnGrid(startMillis, 5 * minute, 93, 2);
		for (const column of [0, 1, 77, 185]) {
			expect(columnOf(grid, momentOf(grid, column))).toBe(column);
		}
		expect(columnOf(grid, startMillis - 6 * minute)).toBeLessThan(0);
		expect(columnOf(grid, startMillis)).toBeGreaterThan(183);
	});
});
