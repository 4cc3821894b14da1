import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Statistic} from '../../../source/model/ring.ts';
import {Ring} from '../../../source/model/ring.ts';

const gap = Number.NaN;
const shape = {slotMillis: 10_000, slots: 100, hasExtremes: true};

/** Two figures, of which the first keeps its minimum. */
const newRing = (hasExtremes = true): Ring => new Ring({...shape, hasExtremes}, 2, 1);

const put = (ring: Ring, slot: number, first: number, second = gap, weight = 1): void =>
	ring.add(slot, Float64Array.of(first, second), weight);

const read = (ring: Ring, from: number, to: number, statistic: Statistic = 'mean', figure = 0) =>
	Array.from({length: to - from + 1}, (_, index) => ring.value(from + index, figure, statistic));

test('holds each figure of a slot', () => {
	const ring = newRing();
	put(ring, 7, 1, 10);
	put(ring, 8, 2, 20);
	expect(read(ring, 7, 8)).toEqual([1, 2]);
	expect(read(ring, 7, 8, 'mean', 1)).toEqual([10, 20]);
});

test('is empty at first', () => {
	expect(read(newRing(), 0, 1)).toEqual([gap, gap]);
});

test('what nobody wrote is a gap: slots, figures, before the first and after the last', () => {
	const ring = newRing();
	put(ring, 7, 1);
	put(ring, 9, 0, 0);
	expect(read(ring, 6, 10)).toEqual([gap, 1, gap, 0, gap]);
	expect(read(ring, 6, 10, 'mean', 1)).toEqual([gap, gap, gap, 0, gap]);
	expect(read(ring, 6, 10, 'max', 1)).toEqual([gap, gap, gap, 0, gap]);
});

test('what is not a figure is not kept', () => {
	const ring = newRing();
	put(ring, 7, -5);
	put(ring, 8, 1);
	expect(read(ring, 7, 8)).toEqual([gap, 1]);
});

describe('several values in a slot', () => {
	const filled = (hasExtremes = true): Ring => {
		const ring = newRing(hasExtremes);
		put(ring, 7, 8, 8, 1);
		put(ring, 7, gap, 16, 1);
		put(ring, 7, 32, 32, 3);
		return ring;
	};

	test('become their mean by weight; one that is unknown does not count', () => {
		expect(filled().value(7, 0, 'mean')).toBe(26);
		expect(filled().value(7, 1, 'mean')).toBe(24);
	});

	test.each(['open', 'over'])('keep their extremes, while the slot is %s', when => {
		const ring = filled();
		if (when === 'over') put(ring, 8, 0);
		expect(ring.value(7, 0, 'min')).toBeCloseTo(8, 0);
		expect(ring.value(7, 0, 'max')).toBeCloseTo(32, 0);
		expect(ring.value(7, 1, 'max')).toBeCloseTo(32, 0);
	});

	test.each(['open', 'over'])('have no minimum where it is not kept, %s', when => {
		const ring = filled();
		if (when === 'over') put(ring, 8, 0);
		expect(ring.value(7, 1, 'min')).toBe(gap);
	});

	test.each(['open', 'over'])('are but the mean without extremes, %s', when => {
		const ring = filled(false);
		if (when === 'over') put(ring, 8, 0);
		for (const statistic of ['mean', 'min', 'max'] as const) {
			expect(ring.value(7, 0, statistic)).toBe(26);
			expect(ring.value(7, 1, statistic)).toBe(24);
		}
	});
});

test('holds as many slots as it may, and not one more', () => {
	const ring = newRing();
	for (let slot = 1000; slot < 1250; slot++) put(ring, slot, slot - 1000);
	expect(read(ring, 1149, 1249)).toEqual([
		gap,
		...Array.from({length: 100}, (_, index) => 150 + index),
	]);
});

test('grows as it fills and loses nothing thereby', () => {
	const ring = newRing();
	const inOrder = (length: number) => Array.from({length}, (_, index) => index);
	for (const length of [1, 60, 61, 99, 100]) {
		for (let slot = 0; slot < length; slot++) put(ring, 1000 + slot, slot);
		expect(read(ring, 1000, 1000 + length - 1)).toEqual(inOrder(length));
	}
});

test.each([1, 30, 60, 61, 99, 100, 101, 1_000_000_000])(
	'after a silence of %i slots the old values are where they were, or gone',
	silence => {
		const ring = newRing();
		for (let slot = 1000; slot < 1050; slot++) put(ring, slot, slot);
		const now = 1049 + silence;
		put(ring, now, 5);
		const expected = Array.from({length: 100}, (_, index) => {
			const slot = now - 99 + index;
			return slot === now ? 5 : slot >= 1000 && slot < 1050 ? slot : gap;
		});
		expect(read(ring, now - 99, now)).toEqual(expected);
	},
);

describe('a clock that is put back', () => {
	const filled = (): Ring => {
		const ring = newRing();
		for (let slot = 1000; slot < 1150; slot++) put(ring, slot, slot);
		return ring;
	};

	test('a little: what came after is forgotten, what was before stays', () => {
		const ring = filled();
		put(ring, 1147, 7);
		put(ring, 1149, 9);
		expect(read(ring, 1145, 1150)).toEqual([1145, 1146, 7, gap, 9, gap]);
		expect(read(ring, 1049, 1051)).toEqual([gap, 1050, 1051]);
	});

	test.each([1050, 900, 10])('by far, to slot %i: it begins anew', slot => {
		const ring = filled();
		put(ring, slot, 7);
		put(ring, slot + 1, 8);
		expect(read(ring, slot + 1, slot + 150)).toEqual([8, ...Array(149).fill(gap)]);
		expect(ring.value(slot, 0, 'mean')).toBe(7);
		expect(ring.value(slot - 1, 0, 'mean')).toBe(gap);
	});
});

test('is what a list of all slots would be, whatever steps time makes', () => {
	const step = fc.oneof(
		fc.constant(1),
		fc.integer({min: 0, max: 5}),
		fc.integer({min: -120, max: 220}),
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(step, fc.nat(2048)), {maxLength: 200}), steps => {
			const ring = newRing();
			const known = new Map<number, number[]>();
			let slot = 10_000;
			for (const [move, value] of steps) {
				slot += move;
				for (const other of known.keys()) {
					const isUndone = other > slot || (other === slot && move !== 0);
					if (isUndone || other <= slot - 100) known.delete(other);
				}
				known.set(slot, [...(known.get(slot) ?? []), value]);
				put(ring, slot, value);
			}
			const expected = Array.from({length: 102}, (_, index) => {
				const values = known.get(slot - 100 + index) ?? [];
				if (values.length === 0) return gap;
				const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
				return expect.closeTo(mean, mean < 1000 ? 0 : -1);
			});
			expect(read(ring, slot - 100, slot + 1)).toEqual(expected);
		}),
	);
});
