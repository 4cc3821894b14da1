import {describe, expect, test} from 'vitest';
import {isHostStale, isUsageStale} from '../../../source/store/select-stale.ts';
import {aContainer, anEngine, aUsage, keyOf, startMillis} from '../../helpers/builders.ts';
import {stateAfter} from '../../helpers/user.ts';

const listed = {
	type: 'containers/listed',
	containers: [aContainer('api')],
	atMillis: startMillis,
} as const;
const usage = {...aUsage('api', 12), atMillis: startMillis};
const sampled = {type: 'stats/sampled', usages: [[keyOf('api'), usage]]} as const;
const later = (millis: number) => ({type: 'clock/ticked', atMillis: startMillis + millis}) as const;
const lost = {
	type: 'connection/lost',
	atMillis: startMillis,
	retryAtMillis: startMillis,
	failure: {kind: 'unreachable', message: 'gone'},
} as const;

describe('a figure of a container', () => {
	test('is fresh while samples come', () => {
		expect(isUsageStale(stateAfter(listed, sampled, later(4000)), usage)).toBe(false);
	});

	test('is old when they stay away, also from an engine that answers', () => {
		expect(isUsageStale(stateAfter(listed, sampled, later(7000)), usage)).toBe(true);
	});

	test('that is sampled seldom is old later', () => {
		const seldom = {...usage, intervalMillis: 5000};
		expect(isUsageStale(stateAfter(listed, sampled, later(12_000)), seldom)).toBe(false);
		expect(isUsageStale(stateAfter(listed, sampled, later(13_000)), seldom)).toBe(true);
	});

	test('is old at once when the engine is lost', () => {
		expect(isUsageStale(stateAfter(listed, sampled, lost), usage)).toBe(true);
	});

	test('is old at once when the engine is silent', () => {
		const opened = {type: 'connection/opened', engine: anEngine, atMillis: startMillis} as const;
		const silent = {type: 'connection/silent', answeredAtMillis: startMillis} as const;
		const state = stateAfter(opened, listed, sampled, silent);
		expect(isUsageStale(state, usage)).toBe(true);
		expect(isHostStale(state)).toBe(true);
		const sample = {atMillis: startMillis, origin: 'local'} as const;
		// Of this machine the figures go on.
		const local = stateAfter(opened, {type: 'host/sampled', sample}, silent);
		expect(isHostStale(local)).toBe(false);
		const answered = stateAfter(opened, listed, sampled, silent, {type: 'connection/answered'});
		expect(isUsageStale(answered, usage)).toBe(false);
	});

	test('is what was asked for while frozen', () => {
		const frozen = {type: 'list/freeze-toggled', atMillis: startMillis} as const;
		expect(isUsageStale(stateAfter(listed, sampled, frozen, later(60_000)), usage)).toBe(false);
	});
});

describe('a figure of the machine', () => {
	const host = (origin: 'local' | 'engine') =>
		({type: 'host/sampled', sample: {atMillis: startMillis, origin}}) as const;

	test('ages, unless it is what a remote engine says once', () => {
		expect(isHostStale(stateAfter(host('local'), later(12_000)))).toBe(false);
		expect(isHostStale(stateAfter(host('local'), later(13_000)))).toBe(true);
		expect(isHostStale(stateAfter(host('engine'), later(13_000)))).toBe(false);
		expect(isHostStale(stateAfter(host('engine'), lost))).toBe(true);
	});
});
