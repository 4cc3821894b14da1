import {expect, test} from 'vitest';
import {parseMoment} from '../../../../source/model/logs/moment.ts';

const nowMillis = Date.parse('2026-11-26T11:00:00.000Z');

test.each([
	['10:42', '2026-11-26T10:42:00.000Z'],
	['10:42:07', '2026-11-26T10:42:07.000Z'],
	['9:05:07.114', '2026-11-26T09:05:07.114Z'],
	['11:00', '2026-11-26T11:00:00.000Z'],
	['11:01', '2026-11-25T11:01:00.000Z'],
	['-5m', '2026-11-26T10:55:00.000Z'],
	['- 90 s', '2026-11-26T10:58:30.000Z'],
	['-2h', '2026-11-26T09:00:00.000Z'],
	['-1d', '2026-11-25T11:00:00.000Z'],
	['2026-11-25', '2026-11-25T00:00:00.000Z'],
	[' 2026-11-25 23:59:01 ', '2026-11-25T23:59:01.000Z'],
	['2026-11-27T08:00', '2026-11-27T08:00:00.000Z'],
])('%j', (text, expected) => {
	const millis = parseMoment(text, {nowMillis, offsetMinutes: 0});
	expect(millis === undefined ? undefined : new Date(millis).toISOString()).toBe(expected);
});

test.each([
	['10:42', '2026-11-26T09:42:00.000Z', 60],
	['12:30', '2026-11-25T11:30:00.000Z', 60],
	['00:10', '2026-11-26T05:10:00.000Z', -300],
	['06:30', '2026-11-25T11:30:00.000Z', -300],
	['2026-11-26 00:30', '2026-11-25T23:30:00.000Z', 60],
])('%s in a zone is %s', (text, expected, offsetMinutes) => {
	expect(parseMoment(text, {nowMillis, offsetMinutes})).toBe(Date.parse(expected));
});

test.each([
	'',
	'10',
	'24:00',
	'10:60',
	'10:42:60',
	'-5',
	'5m',
	'-5w',
	'2026-02-31',
	'2026-11-26 x',
	'noon',
])('%j cannot be read', text => {
	expect(parseMoment(text, {nowMillis, offsetMinutes: 0})).toBeUndefined();
});
