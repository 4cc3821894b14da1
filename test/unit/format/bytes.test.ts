import fc from 'fast-check';
import {expect, test} from 'vitest';
import {formatBytes, formatRate, sayBytes} from '../../../source/format/bytes.ts';

const kilo = 1024;
const mega = kilo ** 2;
const giga = kilo ** 3;

test.each([
	[0, '0B'],
	[1, '1B'],
	[999, '999B'],
	[1000, '1.0K'],
	[1.5 * kilo, '1.5K'],
	[98 * mega, '98M'],
	[412 * mega, '412M'],
	[1.9 * giga, '1.9G'],
	[31.3 * giga, '31.3G'],
	[999.7 * giga, '1.0T'],
	[5 * kilo ** 6, '5.0E'],
	[-1, '–'],
	[Number.NaN, '–'],
	[Number.POSITIVE_INFINITY, '–'],
	[undefined, '–'],
])('formatBytes(%s) is %s', (bytes, expected) => {
	expect(formatBytes(bytes)).toBe(expected);
});

test('every size fits into five cells', () => {
	fc.assert(
		fc.property(fc.double({min: 0, max: 2 ** 64, noNaN: true}), bytes => {
			expect(formatBytes(bytes)).toMatch(/^\d{1,4}(\.\d)?[BKMGTPE]$/);
			expect(formatBytes(bytes).length).toBeLessThanOrEqual(5);
		}),
	);
});

test('a larger size never looks smaller', () => {
	const value = (text: string): number =>
		Number.parseFloat(text) * kilo ** 'BKMGTPE'.indexOf(text.at(-1) ?? '');
	fc.assert(
		fc.property(fc.nat(2 ** 31 - 1), fc.nat(2 ** 31 - 1), (a, b) => {
			const [low, high] = [Math.min(a, b), Math.max(a, b)];
			expect(value(formatBytes(low))).toBeLessThanOrEqual(value(formatBytes(high)));
		}),
	);
});

test('a rate says what it is per', () => {
	expect(formatRate(1.2 * mega)).toBe('1.2M/s');
	expect(formatRate(undefined)).toBe('–');
});

test.each([
	[812, '812 B'],
	[14_540, '14.2 KB'],
	[3.1 * mega, '3.1 MB'],
])('sayBytes(%s) is %s', (bytes, expected) => {
	expect(sayBytes(bytes)).toBe(expected);
});
