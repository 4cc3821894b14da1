import type {DemoContainer} from '../world/container.ts';
import {toNanos} from '../world/journal.ts';
import {networksOf} from '../world/networks.ts';
import {type Usage, usageAt} from '../world/usage.ts';
import {hostCpus, hostMemoryBytes, hostSystemNanos} from './machine.ts';
import {nanosText, timeText} from './words.ts';

/** What a container used at an instant; no usage without a process. */
export interface Sample {
	readonly atMillis: number;
	readonly usage: Usage | undefined;
}

export const sampleOf = (container: DemoContainer, atMillis: number): Sample => ({
	atMillis,
	usage: usageAt(container, atMillis),
});

/** cgroup v2 says this for no limit; it is beyond the numbers of JavaScript, so it is put in as text. */
const unlimited = 'unlimited';

/** One sample as the engine sends it, with the one before where there is one. */
export const statsText = (
	container: DemoContainer,
	sample: Sample,
	previous: Sample | undefined,
): string => {
	const text = JSON.stringify(statsOf(container, sample, previous));
	return `${text.replace(`"${unlimited}"`, '18446744073709551615')}\n`;
};

/** The shape of an engine on cgroup v2. */
const statsOf = (
	container: DemoContainer,
	{atMillis, usage}: Sample,
	previous: Sample | undefined,
) => {
	const identity = {name: `/${container.name}`, id: container.id};
	if (!usage) return {...emptyStats, ...identity};
	return {
		read: nanosText(toNanos(atMillis) + 104_729n),
		preread: previous?.usage
			? nanosText(toNanos(previous.atMillis) + 104_729n)
			: timeText(undefined),
		pids_stats: {current: usage.pids, limit: container.limits.pids ?? unlimited},
		blkio_stats: blockStatsOf(usage),
		num_procs: 0,
		storage_stats: {},
		cpu_stats: cpuStatsOf(usage, atMillis),
		precpu_stats: previous?.usage
			? cpuStatsOf(previous.usage, previous.atMillis)
			: emptyStats.precpu_stats,
		memory_stats: memoryStatsOf(container, usage),
		...identity,
		...networkStatsOf(container, usage),
	};
};

const noCpu = {
	cpu_usage: {total_usage: 0, usage_in_kernelmode: 0, usage_in_usermode: 0},
	throttling_data: {periods: 0, throttled_periods: 0, throttled_time: 0},
};

const noBlocks = {
	io_serviced_recursive: null,
	io_queue_recursive: null,
	io_service_time_recursive: null,
	io_wait_time_recursive: null,
	io_merged_recursive: null,
	io_time_recursive: null,
	sectors_recursive: null,
};

const emptyStats = {
	read: timeText(undefined),
	preread: timeText(undefined),
	pids_stats: {},
	blkio_stats: {io_service_bytes_recursive: null, ...noBlocks},
	num_procs: 0,
	storage_stats: {},
	cpu_stats: noCpu,
	precpu_stats: noCpu,
	memory_stats: {},
};

const cpuStatsOf = ({cpuNanos}: Usage, atMillis: number) => ({
	cpu_usage: {
		total_usage: cpuNanos,
		usage_in_kernelmode: Math.floor(cpuNanos * 0.18),
		usage_in_usermode: cpuNanos - Math.floor(cpuNanos * 0.18),
	},
	system_cpu_usage: hostSystemNanos(atMillis),
	online_cpus: hostCpus,
	throttling_data: {periods: 0, throttled_periods: 0, throttled_time: 0},
});

/** Null, not empty, until something was read or written: so does cgroup v2. */
const blockStatsOf = ({blockReadBytes, blockWriteBytes}: Usage) => ({
	io_service_bytes_recursive:
		blockReadBytes + blockWriteBytes === 0
			? null
			: [
					{major: 259, minor: 0, op: 'read', value: blockReadBytes},
					{major: 259, minor: 0, op: 'write', value: blockWriteBytes},
				],
	...noBlocks,
});

const memoryStatsOf = ({limits}: DemoContainer, {memoryBytes, cacheBytes}: Usage) => ({
	usage: memoryBytes,
	stats: {
		active_anon: Math.floor((memoryBytes - cacheBytes) * 0.9),
		active_file: 0,
		anon: memoryBytes - cacheBytes,
		file: cacheBytes,
		inactive_anon: 0,
		inactive_file: cacheBytes,
		pgfault: Math.floor(memoryBytes / 4096),
		pgmajfault: 0,
	},
	limit: limits.memoryBytes ?? hostMemoryBytes,
});

/** One interface for each network; none for `host` and `none`. */
const networkStatsOf = ({spec}: DemoContainer, {netRxBytes, netTxBytes}: Usage) => {
	const names = networksOf(spec).filter(name => name !== 'host' && name !== 'none');
	if (names.length === 0) return {};
	const share = (bytes: number, index: number) =>
		index === 0
			? bytes - Math.floor(bytes / 3) * (names.length > 1 ? 1 : 0)
			: Math.floor(bytes / 3 / (names.length - 1));
	return {
		networks: Object.fromEntries(
			names.map((_, index) => [
				`eth${index}`,
				{
					rx_bytes: share(netRxBytes, index),
					rx_packets: Math.floor(share(netRxBytes, index) / 600),
					rx_errors: 0,
					rx_dropped: 0,
					tx_bytes: share(netTxBytes, index),
					tx_packets: Math.floor(share(netTxBytes, index) / 600),
					tx_errors: 0,
					tx_dropped: 0,
				},
			]),
		),
	};
};
