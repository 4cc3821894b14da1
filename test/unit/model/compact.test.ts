import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	decode,
	decodeMax,
	decodeMin,
	encode,
	encodeMax,
	encodeMin,
	gapCode,
} from '../../../source/model/compact.ts';

const kept = (value: number): number => decode(encode(value));

/** From a thousandth of a percent to a thousand terabytes. */
const anyFigure = fc
	.tuple(fc.double({min: 1, max: 10, noNaN: true}), fc.integer({min: -2, max: 15}))
	.map(([digits, power]) => digits * 10 ** power);

test('0 stays 0 and is not a gap', () => {
	expect(kept(0)).toBe(0);
	expect(encode(0)).not.toBe(gapCode);
});

test.each([Number.NaN, -1, -0.001])('%f is no figure, so it is a gap', value => {
	expect(encode(value)).toBe(gapCode);
	expect(kept(value)).toBeNaN();
});

test('whole numbers up to 2048 and powers of two are exact', () => {
	for (let value = 0; value <= 2048; value++) expect(kept(value)).toBe(value);
	for (let power = -10; power < 53; power++) expect(kept(2 ** power)).toBe(2 ** power);
});

test('what is too small or too big is kept as the nearest there is', () => {
	expect(kept(0.0009)).toBe(0);
	expect(kept(1e-300)).toBe(0);
	expect(kept(1e17)).toBeGreaterThan(1e16);
	expect(kept(Number.MAX_VALUE)).toBe(kept(1e17));
});

test('is off by at most 0.05 percent, and keeps the order', () => {
	fc.assert(
		fc.property(anyFigure, anyFigure, (one, other) => {
			expect(Math.abs(kept(one) / one - 1)).toBeLessThanOrEqual(0.0005);
			const [low, high] = [Math.min(one, other), Math.max(one, other)];
			expect(encode(low)).toBeLessThanOrEqual(encode(high));
		}),
		{numRuns: 2000},
	);
});

test('a maximum is never above, a minimum never below what was measured, and both are near it', () => {
	fc.assert(
		fc.property(anyFigure, fc.double({min: 1, max: 63, noNaN: true}), (mean, factor) => {
			const code = encode(mean);
			const max = decodeMax(code, encodeMax(code, encode(mean * factor)));
			expect(max).toBeLessThanOrEqual(kept(mean * factor));
			expect(max).toBeGreaterThanOrEqual(kept(mean * factor) * 0.95);
			if (mean / factor < 0.001) return;
			const min = decodeMin(code, encodeMin(code, encode(mean / factor)));
			expect(min).toBeGreaterThanOrEqual(kept(mean / factor));
			expect(min).toBeLessThanOrEqual(kept(mean / factor) * 1.05);
		}),
		{numRuns: 2000},
	);
});

test('near the mean an extreme is kept to less than a percent', () => {
	for (let percent = 0; percent <= 20; percent++) {
		const code = encode(1000);
		const measured = 1000 + percent * 10;
		const max = decodeMax(code, encodeMax(code, encode(measured)));
		expect(max).toBeLessThanOrEqual(measured);
		expect(max).toBeGreaterThan(measured * 0.99);
	}
});

test('an extreme that is the mean stays it, and a minimum of 0 stays 0', () => {
	for (const mean of [0, 0.01, 1, 62.1, 4e9].map(encode)) {
		expect(decodeMax(mean, encodeMax(mean, mean))).toBe(decode(mean));
		expect(decodeMin(mean, encodeMin(mean, mean))).toBe(decode(mean));
		expect(decodeMin(mean, encodeMin(mean, encode(0)))).toBe(0);
	}
});

test('an extreme too far from the mean is kept as far as it goes', () => {
	const mean = encode(10);
	expect(decodeMax(mean, encodeMax(mean, encode(1e6)))).toBe(640);
	expect(decodeMin(mean, encodeMin(mean, encode(0.1)))).toBe(0);
});
