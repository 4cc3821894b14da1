import type {HostSample} from '../model/host-sample.ts';
import {hostCpus, hostMemoryBytes} from './api/machine.ts';
import {ageAt, type DemoContainer, isAlive} from './world/container.ts';
import {mebi} from './world/spec.ts';
import {type Usage, usageAt} from './world/usage.ts';
import type {World} from './world/world.ts';

/** What the system of the pretended machine takes for itself. */
const systemCpus = 0.15;
const systemMemoryBytes = 2300 * mebi;
const cacheBytes = 9000 * mebi;
const diskUsedPercent = 61;
const spanMillis = 1000;

/** Figures of the machine the demo pretends to run on: what its containers did in the last second. */
export const hostSampleAt = (world: World, atMillis: number): HostSample => {
	const containers = world.containers.filter(isAlive);
	const grown = (counter: Counter): number =>
		containers.reduce((sum, container) => sum + growthOf(container, counter, atMillis), 0);
	const busyCpus = grown('cpuNanos') / 1e9 + systemCpus;
	const memoryBytes = containers.reduce(
		(sum, container) => sum + (usageAt(container, atMillis)?.memoryBytes ?? 0),
		0,
	);
	return {
		atMillis,
		origin: 'local',
		cpus: hostCpus,
		cpuPercent: (busyCpus / hostCpus) * 100,
		load1: busyCpus * 1.1,
		memoryUsedBytes: memoryBytes + systemMemoryBytes,
		memoryTotalBytes: hostMemoryBytes,
		memoryCacheBytes: cacheBytes,
		swapUsedBytes: 0,
		netRxPerSecond: grown('netRxBytes'),
		netTxPerSecond: grown('netTxBytes'),
		diskReadPerSecond: grown('blockReadBytes'),
		diskWritePerSecond: grown('blockWriteBytes'),
		rootDiskUsedPercent: diskUsedPercent,
	};
};

type Counter = Exclude<keyof Usage, 'cacheBytes' | 'memoryBytes' | 'pids'>;

/** In the last second, or since the start where that is later: then the counters began at zero. */
const growthOf = (container: DemoContainer, counter: Counter, atMillis: number): number => {
	const now = usageAt(container, atMillis)?.[counter] ?? 0;
	const isOlder = (ageAt(container, atMillis) ?? 0) >= spanMillis;
	const before = isOlder ? (usageAt(container, atMillis - spanMillis)?.[counter] ?? 0) : 0;
	return Math.max(0, now - before);
};
