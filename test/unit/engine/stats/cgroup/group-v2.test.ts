import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {mapStats} from '../../../../../source/engine/docker/map-stats.ts';
import {openGroupV2} from '../../../../../source/engine/stats/cgroup/group-v2.ts';
import {KernelFile} from '../../../../../source/engine/stats/cgroup/kernel-file.ts';
import {parseMembership} from '../../../../../source/engine/stats/cgroup/membership.ts';
import {openPressure} from '../../../../../source/engine/stats/cgroup/pressure.ts';
import {readTraffic} from '../../../../../source/engine/stats/cgroup/traffic.ts';
import {refOf} from '../../../../helpers/fake-stats-source.ts';

const recorded = join(import.meta.dirname, '../../../../fixtures/cgroup-v2');
const machineMemoryBytes = 2_010_320_896;

const read = (name: string) => {
	const folder = join(recorded, name);
	const group = openGroupV2(folder, machineMemoryBytes, {isKept: false});
	const pressure = openPressure(folder, {isKept: false});
	return {...group?.read(), pressure: pressure?.read()};
};

const asked = (name: string) => {
	const answer = JSON.parse(readFileSync(join(recorded, name, 'stats.json'), 'utf8'));
	return mapStats(answer, refOf('a'));
};

/** All of which the engine tells too. */
const levels = [
	...['memoryUsedBytes', 'memoryCacheBytes', 'memoryAnonBytes', 'memoryFileBytes'],
	...['memoryLimitBytes', 'pids'],
] as const;

test.each(['idle', 'nested', 'killed', 'throttled'])('%s: the same as the engine tells', name => {
	const found = read(name);
	const answer = asked(name);
	for (const level of levels) expect(found[level], level).toBe(answer?.[level]);
	expect(found.memoryUsedBytes).toBeGreaterThan(0);
});

test.each(['idle', 'nested', 'killed'])('%s: at rest its counters are equal, too', name => {
	const found = read(name);
	const answer = asked(name);
	expect(found.cpuTotalNanos).toBe(answer?.cpuTotalNanos);
	expect(found.cpuPeriods).toBe(answer?.cpuPeriods);
	// Engines list no device where nothing was read or written, or where that is not counted.
	expect(found.blockReadBytes).toBe(answer?.blockReadBytes ?? 0);
	expect(found.blockWriteBytes).toBe(answer?.blockWriteBytes ?? 0);
});

test('a file that was written to the disk', () => {
	expect(read('nested')).toMatchObject({blockReadBytes: 0, blockWriteBytes: 20 * 2 ** 20});
});

test('a process that was killed for its memory', () => {
	expect(read('killed')).toMatchObject({oomKills: 1, memoryLimitBytes: 24 * 2 ** 20, pids: 1});
	expect(read('idle').oomKills).toBe(0);
});

test('a loop that is throttled, and how long it waits', () => {
	expect(read('throttled')).toMatchObject({
		cpuPeriods: 3086,
		cpuThrottledPeriods: 3051,
		pressure: {cpuPercent: 90.79, memoryPercent: 0, ioPercent: 0},
	});
});

test.each([
	['idle', /^\/system\.slice\/docker-[0-9a-f]{64}\.scope$/],
	['nested', /^\/my\.slice\/my-nested\.slice\/docker-[0-9a-f]{64}\.scope$/],
])('%s: its group is found by its full id', (name, path) => {
	const membership = parseMembership(readFileSync(join(recorded, name, 'proc-cgroup'), 'utf8'));
	expect(membership?.groups.get('')).toMatch(path);
});

test('the traffic of its own network', () => {
	const netDev = new KernelFile(join(recorded, 'nested/net-dev'), {isKept: false});
	const {netRxBytes, netTxBytes} = asked('nested') ?? {};
	expect(readTraffic(netDev)).toMatchObject({netRxBytes, netTxBytes});
	expect(netRxBytes).toBe(1602);
});
