import {describe, expect, test} from 'vitest';
import {
	formatAge,
	formatDuration,
	formatSeconds,
	formatSpan,
} from '../../../source/format/duration.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('formatDuration', () => {
	test.each([
		[0, '00:00'],
		[41 * second, '00:41'],
		[hour - 1, '59:59'],
		[hour, '1h00m'],
		[3 * hour + 12 * minute, '3h12m'],
		[day - 1, '23h59m'],
		[2 * day + 4 * hour, '2d04h'],
		[19 * day, '19d'],
		[-5, '00:00'],
		[Number.NaN, '–'],
		[undefined, '–'],
	])('%s is %s', (millis, expected) => {
		expect(formatDuration(millis)).toBe(expected);
	});
});

describe('formatAge', () => {
	test.each([
		[999, '0s'],
		[5 * second, '5s'],
		[minute, '1m'],
		[59 * minute, '59m'],
		[3 * hour, '3h'],
		[2 * day, '2d'],
		[400 * day, '400d'],
		[-minute, '0s'],
		[undefined, '–'],
	])('%s is %s', (millis, expected) => {
		expect(formatAge(millis)).toBe(expected);
	});
});

describe('formatSeconds', () => {
	test.each([
		[0, '0.0s'],
		[1430, '1.4s'],
		[9960, '10s'],
		[12_400, '12s'],
		[undefined, '–'],
	])('%s is %s', (millis, expected) => {
		expect(formatSeconds(millis)).toBe(expected);
	});
});

test.each([
	[1400, '1.4s'],
	[12_000, '12s'],
	[minute, '1m'],
	[3 * hour, '3h'],
	[undefined, '–'],
])('a stretch of %s ms is %s', (millis, expected) => {
	expect(formatSpan(millis)).toBe(expected);
});
