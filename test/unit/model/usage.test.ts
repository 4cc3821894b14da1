import {expect, test} from 'vitest';
import {localHost} from '../../../source/model/ids.ts';
import type {StatsSample} from '../../../source/model/stats-sample.ts';
import {containerUsage} from '../../../source/model/usage.ts';

const ref = {hostId: localHost, id: 'a'};
const first: StatsSample = {
	ref,
	origin: 'api',
	readAtNanos: 1_000_000_000n,
	cpuTotalNanos: 0,
	netRxBytes: 100,
	netTxBytes: 100,
	blockReadBytes: 0,
	blockWriteBytes: 500,
};
const second: StatsSample = {
	ref,
	origin: 'api',
	readAtNanos: 3_000_000_000n,
	cpuTotalNanos: 1_000_000_000,
	netRxBytes: 300,
	netTxBytes: 100,
	blockReadBytes: 10,
	blockWriteBytes: 400,
};

const times = {atMillis: 77, intervalMillis: 2000};

test('two samples make percent and rates, by the clock of the engine', () => {
	expect(containerUsage(first, second, times)).toEqual({
		...times,
		sample: second,
		cpuPercent: 50,
		netRxPerSecond: 100,
		netTxPerSecond: 0,
		blockReadPerSecond: 5,
	});
});

test('the first sample has levels, but neither percent nor rates', () => {
	expect(containerUsage(undefined, first, times)).toEqual({...times, sample: first});
});

test('samples that were read in different ways are not compared, for their clocks differ', () => {
	const ours: StatsSample = {...second, origin: 'cgroup'};
	expect(containerUsage(first, ours, times)).toEqual({...times, sample: ours});
});

test('throttling is the share of the periods of the limit since the sample before', () => {
	const throttled = (cpuPeriods: number, cpuThrottledPeriods: number): StatsSample => ({
		...first,
		...{cpuPeriods, cpuThrottledPeriods},
	});
	const percent = (before: StatsSample, now: StatsSample) =>
		containerUsage(before, now, times).throttledPercent;
	expect(percent(throttled(100, 10), throttled(120, 15))).toBe(25);
	expect(percent(throttled(100, 10), throttled(100, 10))).toBeUndefined();
	expect(percent(throttled(100, 10), throttled(20, 5))).toBeUndefined();
	expect(percent(first, throttled(20, 5))).toBeUndefined();
});
