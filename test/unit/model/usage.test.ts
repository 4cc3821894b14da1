import {expect, test} from 'vitest';
import {localHost} from '../../../source/model/ids.ts';
import type {StatsSample} from '../../../source/model/stats-sample.ts';
import {containerUsage} from '../../../source/model/usage.ts';

const ref = {hostId: localHost, id: 'a'};
const first: StatsSample = {
	ref,
	readAtNanos: 1_000_000_000n,
	cpuTotalNanos: 0,
	netRxBytes: 100,
	netTxBytes: 100,
	blockReadBytes: 0,
	blockWriteBytes: 500,
};
const second: StatsSample = {
	ref,
	readAtNanos: 3_000_000_000n,
	cpuTotalNanos: 1_000_000_000,
	netRxBytes: 300,
	netTxBytes: 100,
	blockReadBytes: 10,
	blockWriteBytes: 400,
};

test('two samples make percent and rates, by the clock of the engine', () => {
	expect(containerUsage(first, second, 77)).toEqual({
		atMillis: 77,
		sample: second,
		cpuPercent: 50,
		netRxPerSecond: 100,
		netTxPerSecond: 0,
		blockReadPerSecond: 5,
	});
});

test('the first sample has levels, but neither percent nor rates', () => {
	expect(containerUsage(undefined, first, 5)).toEqual({atMillis: 5, sample: first});
});
