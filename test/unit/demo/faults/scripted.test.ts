import {describe, expect, test} from 'vitest';
import {scriptedFaults} from '../../../../source/demo/faults/scripted.ts';

/** What happens to so many requests for the list, at one instant. */
const fates = (script: string, count: number, atMillis = 0, seed = 1) => {
	const faults = scriptedFaults(script, seed);
	return Array.from({length: count}, () => faults.match('GET', '/containers/json', '', atMillis));
};

describe('which rule applies', () => {
	test('by method and path', () => {
		const faults = scriptedFaults('POST * refuse\n/events hang\nGET /containers/*/json cut at 5');
		expect(faults.match('POST', '/containers/a/stop', '', 0)).toBe('refuse');
		expect(faults.match('GET', '/events', '', 0)).toBe('hang');
		expect(faults.match('GET', '/containers/a/json', '', 0)).toEqual({cutAt: 5});
		expect(faults.match('GET', '/containers/json', '', 0)).toBeUndefined();
	});

	test('the first one decides, delays add up', () => {
		expect(fates('* delay 1s\n* hang once\n* delay 2s', 2)).toEqual([
			{delayMillis: 1000, before: 'hang'},
			{delayMillis: 3000},
		]);
	});
});

describe('when', () => {
	test.each([
		[0, undefined],
		[9999, undefined],
		[10_000, 'hang'],
		[14_999, 'hang'],
		[15_000, undefined],
	])('after 10s for 5s: at %i ms %s', (atMillis, fault) => {
		expect(fates('* hang after 10s for 5s', 1, atMillis)).toEqual([fault]);
	});

	test('every 3rd, at most twice', () => {
		expect(fates('* hang every 3rd 2 times', 10).map(Boolean)).toEqual(
			[0, 0, 1, 0, 0, 1, 0, 0, 0, 0].map(Boolean),
		);
	});

	test('a percentage of the time, the same for the same seed', () => {
		const hits = (seed: number) => fates('* hang 25%', 1000, 0, seed).map(Boolean);
		expect(hits(1)).toEqual(hits(1));
		expect(hits(1)).not.toEqual(hits(2));
		expect(hits(1).filter(Boolean).length).toBeGreaterThan(200);
		expect(hits(1).filter(Boolean).length).toBeLessThan(300);
		expect(fates('* hang 0%', 50).some(Boolean)).toBe(false);
		expect(fates('* hang 100%', 50).every(Boolean)).toBe(true);
	});
});

test('events are lost or doubled by their action', () => {
	const faults = scriptedFaults('events die lost\nevents health_status duplicated once');
	expect(faults.copies?.('die', 0)).toBe(0);
	expect(faults.copies?.('start', 0)).toBe(1);
	expect(faults.copies?.('health_status: healthy', 0)).toBe(2);
	expect(faults.copies?.('health_status: healthy', 0)).toBe(1);
});

test('the clock is that of the last rule that has begun', () => {
	const faults = scriptedFaults('clock -5s\nclock +1m after 10s');
	expect(faults.clockOffsetMillis?.(9999)).toBe(-5000);
	expect(faults.clockOffsetMillis?.(10_000)).toBe(60_000);
	expect(scriptedFaults('* hang').clockOffsetMillis?.(0)).toBe(0);
});

test('events are replayed as often as the rule says', () => {
	const faults = scriptedFaults('events replay 100 once');
	expect([faults.replayed?.(0), faults.replayed?.(0)]).toEqual([100, 0]);
});
