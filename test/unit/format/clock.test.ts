import fc from 'fast-check';
import {expect, test} from 'vitest';
import {formatClock, formatDay} from '../../../source/format/clock.ts';

const at = Date.UTC(2026, 2, 1, 10, 42, 7, 114);

test.each([
	['UTC', {offsetMinutes: 0}, '10:42:07'],
	['with milliseconds', {offsetMinutes: 0, millis: true}, '10:42:07.114'],
	['east', {offsetMinutes: 330}, '16:12:07'],
	['west, the day before', {offsetMinutes: -720}, '22:42:07'],
	['utc wins over the offset', {offsetMinutes: 60, utc: true}, '10:42:07'],
])('%s', (_name, options, expected) => {
	expect(formatClock(at, options)).toBe(expected);
});

test('a time before 1970 is a time of day too', () => {
	expect(formatClock(-1, {offsetMinutes: 0, millis: true})).toBe('23:59:59.999');
});

test('an unknown time says so', () => {
	expect(formatClock(Number.NaN, {offsetMinutes: 0})).toBe('–');
});

test('agrees with Date in UTC', () => {
	fc.assert(
		fc.property(fc.date({noInvalidDate: true}), date => {
			const clock = formatClock(date.getTime(), {offsetMinutes: 0, millis: true});
			expect(clock).toBe(date.toISOString().slice(-13, -1));
		}),
	);
});

test('month and day', () => {
	expect(formatDay(at)).toBe('03-01');
	expect(formatDay(8.64e15)).toBe('–');
	expect(formatDay(Number.NaN)).toBe('–');
});
