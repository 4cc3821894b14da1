import {describe, expect, test} from 'vitest';
import type {TimeWindow} from '../../../source/model/series.ts';
import {gridIn, Series} from '../../../source/model/series.ts';
import {lastSeconds} from '../../helpers/last-seconds.ts';

const gap = undefined;
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** An instant at which a minute begins, as everything below counts from it. */
const start = 1_700_000_040_000;

/** The past of a single figure, written at seconds after the start. */
class Past {
	readonly #series = new Series({figures: 1, minimums: 1, longestMillis: 15 * second});
	readonly timeline = this.#series.timeline(0);
	#at = start;

	/** The first sample after a gap does not continue what was before. */
	begin(seconds: number, value = Number.NaN): this {
		return this.#add(seconds, value, false);
	}

	add(seconds: number, value = Number.NaN): this {
		return this.#add(seconds, value, true);
	}

	/** Samples at a steady pace from where it is; the value is a function of the sample's number. */
	run(count: number, paceSeconds: number, value: (index: number) => number): this {
		const from = (this.#at - start) / second;
		for (let index = 0; index < count; index++) {
			this.add(from + (index + 1) * paceSeconds, value(index));
		}
		return this;
	}

	last(seconds: number, count: number) {
		return lastSeconds(this.timeline, start + seconds * second, count);
	}

	read(seconds: number, window: Omit<TimeWindow, 'untilMillis'>) {
		return this.timeline.read({...window, untilMillis: start + seconds * second});
	}

	#add(seconds: number, value: number, continues: boolean): this {
		this.#at = start + seconds * second;
		this.#series.add(this.#at, Float64Array.of(value), continues);
		return this;
	}
}

/** The middle of a window, in which nothing is at an edge. */
const tens = {spanMillis: 10 * minute, points: 60};
const minutes = {spanMillis: 2 * hour, points: 120};

test('nothing is known at first', () => {
	expect(new Past().last(0, 2)).toEqual([gap, gap]);
	expect(new Past().read(0, {spanMillis: 24 * hour, points: 1})).toEqual([gap]);
});

test('is read by the second, oldest first', () => {
	expect(new Past().begin(0, 1).add(1, 2).add(2, 3).last(2, 4)).toEqual([gap, 1, 2, 3]);
});

describe('a sample stands for the time since the one before', () => {
	test.each([2, 5, 15])('so that a pace of %i s leaves no hole', pace => {
		const past = new Past()
			.begin(0, 1)
			.add(pace, 2)
			.add(2 * pace, 3);
		expect(past.last(2 * pace, 2 * pace + 1)).toEqual([
			1,
			...Array(pace).fill(2),
			...Array(pace).fill(3),
		]);
	});

	test('also when the pace changes', () => {
		const past = new Past().begin(0, 1).add(5, 2).add(6, 3).add(7, 4).add(12, 5);
		expect(past.last(12, 13)).toEqual([1, 2, 2, 2, 2, 2, 3, 4, 5, 5, 5, 5, 5]);
	});

	test('also when it comes late, and the next one early', () => {
		const past = new Past().begin(0.1, 1).add(1.05, 2).add(1.98, 4).add(3.02, 5);
		expect(past.last(3, 4)).toEqual([1, expect.closeTo(3, 1), 5, 5]);
	});

	test('and several in a second are their mean', () => {
		const past = new Past().begin(0, 0);
		for (const [index, value] of [8, 8, 16, 32].entries()) past.add(1 + index / 4, value);
		// The first of them stands for a whole second, the others for a quarter.
		expect(past.last(1, 1)).toEqual([expect.closeTo((4 * 8 + 8 + 16 + 32) / 7, 3)]);
	});
});

describe('a gap stays a gap', () => {
	test('when a sample does not continue the one before', () => {
		const past = new Past().begin(0, 1).add(1, 1).begin(5, 2).add(6, 3);
		expect(past.last(6, 7)).toEqual([1, 1, gap, gap, gap, 2, 3]);
	});

	test('when the silence was longer than samples are apart', () => {
		const past = new Past().begin(0, 1).add(1, 1).add(16.5, 2).add(17, 3);
		expect(past.last(17, 17)).toEqual([1, ...Array(14).fill(gap), 2, 3]);
	});

	test('when a figure is not known', () => {
		const past = new Past().begin(0).add(1).add(2, 0).add(3);
		expect(past.last(3, 4)).toEqual([gap, gap, 0, gap]);
	});

	test.each([100, 299, 300, 301, 3600, 86_400, 1e9])('of %i s', silence => {
		const past = new Past().begin(0, 1).run(400, 1, () => 1);
		const now = 400 + silence;
		past.begin(now, 2).add(now + 1, 2);
		const values = past.last(now + 1, 300);
		expect(values?.slice(-3)).toEqual([gap, 2, 2]);
		expect(values?.filter(value => value === 1)).toHaveLength(Math.max(0, 299 - silence));
		const day = past.read(now + 1, {spanMillis: 24 * hour, points: 1440});
		expect(day.filter(value => value === 1).length > 0).toBe(silence < 86_400);
		expect(day.at(-1)).toBeGreaterThanOrEqual(1);
	});
});

describe('the newest value stands for the present', () => {
	test('until the next one is more than two seconds late', () => {
		const past = new Past().begin(0, 1).add(1, 2);
		expect(past.last(3, 3)).toEqual([2, 2, 2]);
		expect(past.last(4, 4)).toEqual([2, 2, 2, 2]);
		expect(past.last(5, 5)).toEqual([2, gap, gap, gap, gap]);
	});

	test('as long as its pace says', () => {
		const past = new Past().begin(0, 1).add(5, 2);
		expect(past.last(11, 7)).toEqual(Array(7).fill(2));
		expect(past.last(13, 8)).toEqual(Array(8).fill(gap));
	});

	test('but an unknown one does not', () => {
		expect(new Past().begin(0, 1).add(1, 2).add(2).last(3, 3)).toEqual([2, gap, gap]);
	});
});

describe('10 seconds and a minute', () => {
	const each = ['mean', 'min', 'max'] as const;

	test('keep mean, minimum and maximum', () => {
		const past = new Past().begin(0).run(3600, 1, index => (index % 60 === 30 ? 90 : 30));
		const [mean, min, max] = each.map(statistic => past.read(3600, {...minutes, statistic})[100]);
		expect(mean).toBeCloseTo(31, 1);
		expect(min).toBeCloseTo(30, 0);
		expect(max).toBeGreaterThan(87);
		expect(max).toBeLessThanOrEqual(90);
	});

	test('the ten seconds that are not over are read as well', () => {
		const past = new Past().begin(0).run(3, 1, index => 10 * (index + 1));
		expect(each.map(statistic => past.read(3, {...tens, statistic}).at(-1))).toEqual([20, 10, 30]);
	});

	/** 80 for ten seconds, 20 for the next ten, seen at different paces. */
	const square = (atSeconds: number): number => (Math.ceil(atSeconds / 10) % 2 === 1 ? 80 : 20);

	test.each([0.25, 0.5, 1, 2, 5, 10])('weigh samples by the time they stand for, at %f s', pace => {
		const past = new Past().begin(0).run(1200 / pace, pace, index => square((index + 1) * pace));
		expect(past.read(1199, minutes).slice(-20)).toEqual(Array(20).fill(expect.closeTo(50, 3)));
		const expected = Array.from({length: 20}, (_, index) => (index % 2 === 0 ? 80 : 20));
		expect(past.read(1199, tens).slice(-20)).toEqual(
			expected.map(value => expect.closeTo(value, 3)),
		);
	});

	test('weigh them so when the pace changes in the middle', () => {
		const past = new Past().begin(0);
		for (let round = 0; round < 10; round++) {
			past.run(6, 5, () => 80);
			past.run(60, 0.25, () => 20);
			past.run(15, 1, () => 20);
		}
		expect(past.read(599, minutes).slice(-10)).toEqual(Array(10).fill(expect.closeTo(50, 3)));
	});

	test('weigh them so when a sample reaches over the edge of a slot', () => {
		const past = new Past().begin(0).add(7.5, 40).add(12.5, 80).add(20, 10);
		const [before, after] = past.read(19, tens).slice(-2);
		expect(before).toBe((7.5 * 40 + 2.5 * 80) / 10);
		expect(after).toBe((2.5 * 80 + 7.5 * 10) / 10);
	});

	test('are means of what was known', () => {
		const past = new Past()
			.begin(0, 50)
			.run(20, 1, () => 50)
			.begin(50, 50);
		past.run(10, 1, () => 50);
		expect(past.read(59, minutes).at(-1)).toBe(50);
	});

	test('are gaps only where nothing was known', () => {
		const past = new Past().begin(0, 7).add(1, 7).begin(31, 8).add(32, 8);
		expect(past.read(32, tens).slice(-4)).toEqual([7, gap, gap, 8]);
	});
});

describe('a window', () => {
	/** A day and a bit; the value is the minute. */
	const day = new Past().begin(0).run(1500 * 12, 5, index => Math.floor(index / 12) + 1);
	const now = 1500 * 60 - 1;

	test.each([
		[300, 300],
		[301, 31],
		[3600, 360],
		[3601, 61],
		[86_400, 1440],
		[1e9, 1440],
	])('of %i s has %i slots', (seconds, slots) => {
		expect(gridIn(seconds * second).slots).toBe(slots);
	});

	test('of five minutes is read by the second', () => {
		const values = day.read(now + 1, {spanMillis: 5 * minute, points: 300});
		expect(values).toEqual(Array.from({length: 300}, (_, index) => 1496 + Math.floor(index / 60)));
	});

	test('of an hour is read by ten seconds', () => {
		const values = day.read(now, {spanMillis: hour, points: 360});
		expect(values).toEqual(Array.from({length: 360}, (_, index) => 1441 + Math.floor(index / 6)));
	});

	test('of a day is read by the minute, and nothing is older', () => {
		const values = day.read(now, {spanMillis: 24 * hour, points: 1440});
		expect(values).toEqual(Array.from({length: 1440}, (_, index) => 61 + index));
		expect(day.read(now - 60, {spanMillis: 24 * hour, points: 1440})[0]).toBe(gap);
	});

	test('has as many points as were asked for, few or many', () => {
		expect(day.read(now, {spanMillis: hour, points: 2})).toEqual([1455.5, 1485.5]);
		expect(day.read(now, {spanMillis: 5 * second, points: 10})).toEqual(Array(10).fill(1500));
		expect(day.read(now, {spanMillis: hour, points: 0})).toEqual([]);
	});

	test('has a maximum and a minimum as a whole', () => {
		expect(day.read(now, {spanMillis: hour, points: 1, statistic: 'max'})).toEqual([1500]);
		expect(day.read(now, {spanMillis: hour, points: 1, statistic: 'min'})).toEqual([1441]);
	});

	test('may be added to another', () => {
		const totals = new Float64Array(gridIn(10 * second).slots).fill(Number.NaN);
		const other = new Past().begin(now - 5, 1000).add(now - 4, 1000);
		for (const {timeline} of [day, other])
			timeline.addTo(totals, start + now * second, 10 * second);
		expect([...totals]).toEqual([1500, 1500, 1500, 1500, 2500, 2500, 1500, 1500, 1500, 1500]);
	});
});

describe('a clock that is put back', () => {
	test('by seconds: goes on from there, without what came after', () => {
		const past = new Past()
			.begin(0, 1)
			.run(9, 1, () => 1)
			.add(5, 7)
			.add(6, 8);
		expect(past.last(6, 4)).toEqual([1, 1, 7, 8]);
		expect(past.last(11, 6)).toEqual([8, gap, gap, gap, gap, gap]);
	});

	test('by hours: what is older stays in the day', () => {
		const past = new Past().begin(0).run(6 * 720, 5, () => 1);
		const then = 3 * 3600 + 1;
		past.add(then, 7).add(then + 1, 8);
		expect(past.last(then + 1, 3)).toEqual([gap, 7, 8]);
		const values = past.read(then + 1, {spanMillis: 4 * hour, points: 240});
		expect(values.slice(-3)).toEqual([1, 1, 7.5]);
		expect(past.read(6 * 3600, {spanMillis: 2 * hour, points: 1})).toEqual([gap]);
	});
});
