import {expect, test} from 'vitest';
import {formatStamp} from '../../../source/format/stamp.ts';

const at = Date.parse('2026-11-26T22:42:07.114Z');

test.each([
	[at, 0, '2026-11-26 22:42:07.114 UTC'],
	[at, 120, '2026-11-27 00:42:07.114 +02:00'],
	[at, -210, '2026-11-26 19:12:07.114 -03:30'],
	[undefined, 0, '–'],
	[Number.NaN, 0, '–'],
	[8.7e15, 0, '–'],
])('%s at %s', (atMillis, offset, expected) => {
	expect(formatStamp(atMillis, offset)).toBe(expected);
});
