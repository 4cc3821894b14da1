import {expect, test} from 'vitest';
import type {Health} from '../../../source/model/health.ts';
import {startingMillis, unhealthySince} from '../../../source/model/probing.ts';

const probedAt = 1_000_000;
const probing = {everyMillis: 10_000, retries: 3};
const failed = (failingStreak: number): Health => ({
	...{kind: 'unhealthy', failingStreak},
	lastProbe: {atMillis: probedAt, exitCode: 1, output: ''},
});

test.each([
	[3, 0],
	[4, 10_000],
	[20, 170_000],
	// Podman counts otherwise.
	[1, 0],
])('after %i failures it was unhealthy %i ms before the last one', (streak, millis) => {
	expect(unhealthySince(failed(streak), probing, 0)).toBe(probedAt - millis);
});

test('not before it started', () => {
	expect(unhealthySince(failed(1000), probing, 900_000)).toBe(900_000);
});

test('nobody knows without the streak, the last probe, or how it is probed', () => {
	expect(unhealthySince({kind: 'unhealthy'}, probing, 0)).toBeUndefined();
	expect(unhealthySince({kind: 'unhealthy', failingStreak: 4}, probing, 0)).toBeUndefined();
	expect(unhealthySince(failed(4), undefined, 0)).toBeUndefined();
	expect(unhealthySince({...failed(4), kind: 'starting'}, probing, 0)).toBeUndefined();
});

test('it may be starting until the first run after its start period', () => {
	expect(startingMillis({...probing, startPeriodMillis: 600_000})).toBe(610_000);
	expect(startingMillis(probing)).toBeUndefined();
	expect(startingMillis(undefined)).toBeUndefined();
});
