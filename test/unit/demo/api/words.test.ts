import {expect, test} from 'vitest';
import {humanDuration, nanosText, timeText} from '../../../../source/demo/api/words.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
	[400, 'Less than a second'],
	[second, '1 second'],
	[59 * second, '59 seconds'],
	[minute, 'About a minute'],
	[119 * second, 'About a minute'],
	[2 * minute, '2 minutes'],
	[59 * minute, '59 minutes'],
	[hour, 'About an hour'],
	[1.6 * hour, '2 hours'],
	[47 * hour, '47 hours'],
	[2 * day, '2 days'],
	[13 * day, '13 days'],
	[14 * day, '2 weeks'],
	[59 * day, '8 weeks'],
	[60 * day, '2 months'],
	[3 * 365 * day, '3 years'],
])('%i ms: %s', (millis, words) => {
	expect(humanDuration(millis)).toBe(words);
});

test('times have nine decimals', () => {
	expect(timeText(undefined)).toBe('0001-01-01T00:00:00Z');
	expect(timeText(Date.UTC(2026, 10, 23, 10, 42, 7, 5))).toBe('2026-11-23T10:42:07.005104729Z');
	expect(nanosText(1_795_430_527_000_000_042n)).toBe('2026-11-23T10:42:07.000000042Z');
});
