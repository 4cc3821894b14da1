import type {HostSample} from '../model/host-sample.ts';
import {hostCpus, hostMemoryBytes} from './api/machine.ts';
import {mebi} from './world/spec.ts';
import type {Usage} from './world/usage.ts';
import {usageAt} from './world/usage.ts';
import type {World} from './world/world.ts';

/** What the system of the pretended machine takes for itself. */
const systemCpus = 0.15;
const systemMemoryBytes = 2300 * mebi;
const cacheBytes = 9000 * mebi;
const diskUsedPercent = 61;
const spanMillis = 1000;

/** Figures of the machine the demo pretends to run on: what its containers did in the last second. */
export const hostSampleAt = (world: World, atMillis: number): HostSample => {
	const now = totals(world, atMillis);
	const before = totals(world, atMillis - spanMillis);
	const perSecond = (figure: keyof Totals): number =>
		(Math.max(0, now[figure] - before[figure]) * 1000) / spanMillis;
	const busyCpus = perSecond('cpuNanos') / 1e9 + systemCpus;
	return {
		atMillis,
		origin: 'local',
		cpus: hostCpus,
		cpuPercent: (busyCpus / hostCpus) * 100,
		load1: busyCpus * 1.1,
		memoryUsedBytes: now.memoryBytes + systemMemoryBytes,
		memoryTotalBytes: hostMemoryBytes,
		memoryCacheBytes: cacheBytes,
		swapUsedBytes: 0,
		netRxPerSecond: perSecond('netRxBytes'),
		netTxPerSecond: perSecond('netTxBytes'),
		diskReadPerSecond: perSecond('blockReadBytes'),
		diskWritePerSecond: perSecond('blockWriteBytes'),
		rootDiskUsedPercent: diskUsedPercent,
	};
};

type Totals = Omit<Usage, 'cacheBytes' | 'pids'>;

const totals = (world: World, atMillis: number): Totals => {
	const sum = {
		cpuNanos: 0,
		memoryBytes: 0,
		netRxBytes: 0,
		netTxBytes: 0,
		blockReadBytes: 0,
		blockWriteBytes: 0,
	};
	for (const container of world.containers) {
		const usage = usageAt(container, atMillis);
		if (usage === undefined) continue;
		for (const figure of Object.keys(sum) as (keyof Totals)[]) sum[figure] += usage[figure];
	}
	return sum;
};
