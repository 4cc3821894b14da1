import {expect, test} from 'vitest';
import {parseSince} from '../../../../source/headless/logs/parse-since.ts';

const now = Date.parse('2026-11-26T10:00:00Z');

test.each([
	['90s', now - 90_000],
	['15m', now - 15 * 60_000],
	['1h30m', now - 90 * 60_000],
	['2d', now - 2 * 86_400_000],
	['1.5h', now - 90 * 60_000],
	['2026-11-26T09:30:00Z', now - 30 * 60_000],
	['2026-11-26T10:30:00+01:00', now - 30 * 60_000],
	['1795687200', 1_795_687_200_000],
	['5', 5000],
	['2026-11-26', new Date(2026, 10, 26).getTime()],
	['2026-11-26 09:30', new Date(2026, 10, 26, 9, 30).getTime()],
])('%s', (text, expected) => {
	expect(parseSince(text, now)).toBe(expected);
});

test.each(['', 'soon', '9999999999d', '10x', '-5m', 'm', '2026-13-45', '5m later', '26.11.2026'])(
	'%j is not a time',
	text => {
		expect(parseSince(text, now)).toBeUndefined();
	},
);
