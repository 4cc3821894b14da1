import {describe, expect, test} from 'vitest';
import {mapStats} from '../../../../source/engine/docker/map-stats.ts';
import {localHost} from '../../../../source/model/ids.ts';
import {
	fullId,
	statsOfStopped,
	statsPodman,
	statsV1,
	statsV2,
} from '../../../helpers/engine-payloads.ts';
import {fieldFaults, oddIn} from '../../../helpers/field-faults.ts';

const ref = {hostId: localHost, id: fullId};

test('cgroup v1: page cache left out, all interfaces and devices summed, nanoseconds kept', () => {
	expect(mapStats(statsV1, ref)).toEqual({
		ref,
		origin: 'api',
		readAtNanos: 1_795_398_712_625_004_127n,
		cpuTotalNanos: 4_749_414_035,
		memoryUsedBytes: 68_993_024 - 2_265_088,
		memoryCacheBytes: 2_265_088,
		memoryLimitBytes: 201_326_592,
		netRxBytes: 26_206 + 104_331,
		netTxBytes: 56_439 + 97_784,
		blockReadBytes: 4097,
		blockWriteBytes: 8192,
		pids: 3,
	});
});

test('cgroup v2: other names, no network', () => {
	const sample = mapStats(statsV2, ref);
	expect(sample).toMatchObject({
		memoryUsedBytes: 500_000,
		memoryCacheBytes: 32_480,
		blockReadBytes: 100,
		blockWriteBytes: 200,
	});
	expect(sample).not.toHaveProperty('netRxBytes');
});

test('memory in its parts, by the names of both versions, and packets that were lost', () => {
	const {memory_stats: memory} = statsV1;
	const withParts = (stats: Readonly<Record<string, number>>) =>
		mapStats({...statsV1, memory_stats: {...memory, stats}}, ref);
	expect(withParts({total_rss: 1, rss: 9, total_cache: 2, total_swap: 3})).toMatchObject({
		...{memoryAnonBytes: 1, memoryFileBytes: 2, memorySwapBytes: 3},
	});
	expect(withParts({anon: 4, file: 5})).toMatchObject({memoryAnonBytes: 4, memoryFileBytes: 5});
	expect(withParts({anon: 4})).not.toHaveProperty('memorySwapBytes');
	const lost = {rx_errors: 1, tx_errors: 2, rx_dropped: 3, tx_dropped: 4};
	const networks = {eth0: {rx_bytes: 5, tx_bytes: 7, ...lost}, eth1: lost};
	expect(mapStats({...statsV1, networks}, ref)).toMatchObject({netErrors: 6, netDrops: 14});
	expect(mapStats(statsV1, ref)).not.toHaveProperty('netErrors');
});

test('Podman: what it does not say is unknown, not 0', () => {
	const sample = mapStats(statsPodman, ref);
	expect(sample).toMatchObject({
		readAtNanos: 1_795_342_272_123_456_789n,
		memoryUsedBytes: 1_000_000,
		netRxBytes: 1,
		netTxBytes: 2,
	});
	expect(sample).not.toHaveProperty('blockReadBytes');
	expect(sample).not.toHaveProperty('memoryCacheBytes');
});

test('Podman says 0 of a network that is not there', () => {
	const networks = {network: {rx_bytes: 0, tx_bytes: 0}};
	expect(mapStats({...statsPodman, networks}, ref)).not.toHaveProperty('netRxBytes');
	networks.network.tx_bytes = 90;
	expect(mapStats({...statsPodman, networks}, ref)).toMatchObject({netRxBytes: 0, netTxBytes: 90});
});

test('a sum of which a part is not told is unknown', () => {
	const sample = mapStats(
		{...statsV1, networks: {eth0: {rx_bytes: 5, tx_bytes: 7}, eth1: {tx_bytes: 8}}},
		ref,
	);
	expect(sample).not.toHaveProperty('netRxBytes');
	expect(sample?.netTxBytes).toBe(15);
});

test('a machine without the memory cgroup has no memory figure', () => {
	const sample = mapStats({...statsV1, memory_stats: {usage: 0, limit: 0}}, ref);
	expect(sample).not.toHaveProperty('memoryUsedBytes');
	expect(sample).not.toHaveProperty('memoryLimitBytes');
	expect(sample).toHaveProperty('cpuTotalNanos');
});

describe('a container that does not run has no sample', () => {
	test.each(Object.entries(statsOfStopped))('%s', (_engine, answer) => {
		expect(mapStats(answer, ref)).toBeUndefined();
	});
});

test('whatever field is missing, empty or of a wrong type, nothing breaks', () => {
	for (const answer of [statsV1, statsV2, statsPodman].flatMap(fieldFaults))
		expect(oddIn(mapStats(answer, ref))).toEqual([]);
});
