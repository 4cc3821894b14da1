import {expect, test} from 'vitest';
import {gridIn} from '../../../source/model/series.ts';
import {nextRange, rangeOf, shownRange, statsRanges} from '../../../source/model/stats-range.ts';

test('ranges follow each other and end at both ends', () => {
	expect(nextRange('5m', 1)).toBe('30m');
	expect(nextRange('5m', -1)).toBe('1m');
	expect(nextRange('1m', -1)).toBe('1m');
	expect(nextRange('24h', 1)).toBe('24h');
	expect(rangeOf('3h').millis).toBe(3 * 60 * 60 * 1000);
});

test('a step of the cursor always leads to another value', () => {
	for (const {millis, stepMillis} of statsRanges) {
		expect(stepMillis).toBeGreaterThanOrEqual(gridIn(millis).slotMillis);
		expect(millis / stepMillis).toBeGreaterThanOrEqual(60);
	}
});

test('what was chosen is shown, else what is filled by what is known', () => {
	expect(shownRange(undefined, 10_000)).toBe('1m');
	expect(shownRange(undefined, 149_000)).toBe('1m');
	expect(shownRange(undefined, 150_000)).toBe('5m');
	expect(shownRange(undefined, 86_400_000)).toBe('5m');
	expect(shownRange('24h', 10_000)).toBe('24h');
});
