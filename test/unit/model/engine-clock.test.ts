import {describe, expect, test} from 'vitest';
import {clockOffset, engineMillis} from '../../../source/model/engine-clock.ts';
import {anEngine, startMillis} from '../../helpers/builders.ts';

const at = (seconds: number): number => startMillis + seconds * 1000;
const iso = (seconds: number): string => new Date(at(seconds)).toISOString();
const http = (seconds: number): string => new Date(at(seconds)).toUTCString();
const asked = (told: string | undefined, tookMillis = 20) =>
	clockOffset({told, askedAtMillis: at(0), answeredAtMillis: at(0) + tookMillis});

describe('the difference of the clocks', () => {
	test.each([
		['ahead', 600, 599_990],
		['behind', -600, -600_010],
		['ahead by three seconds', 3, 2990],
	])('%s', (_name, seconds, offset) => {
		expect(asked(iso(seconds))).toBe(offset);
	});

	test('none that can be told', () => {
		expect(asked(iso(0.3))).toBe(0);
		expect(asked(iso(-0.3))).toBe(0);
	});

	test('is not told by an answer that took too long', () => {
		expect(asked(iso(3), 8000)).toBe(0);
		expect(asked(iso(60), 8000)).toBe(56_000);
	});

	test('is not told by the part of a second that a Date header leaves out', () => {
		expect(asked(http(-0.9))).toBe(0);
		expect(asked(http(0))).toBe(0);
		expect(asked(http(600))).toBe(600_490);
	});

	test('nanoseconds and zones are read', () => {
		expect(asked(iso(10).replace('Z', '123456Z'))).toBe(9990);
		expect(asked(iso(10 + 3600).replace('Z', '+01:00'))).toBe(9990);
	});

	test('is unknown where no time is told', () => {
		for (const told of [undefined, '', 'now', '0001-01-01T00:00:00Z']) {
			expect(asked(told)).toBeUndefined();
		}
	});
});

test('the time of the engine is ours and the difference', () => {
	expect(engineMillis(at(0), {...anEngine, clockOffsetMillis: 4000})).toBe(at(4));
	expect(engineMillis(at(0), anEngine)).toBe(at(0));
	expect(engineMillis(at(0), undefined)).toBe(at(0));
});
