import type {DemoContainer} from '../world/container.ts';
import {toNanos} from '../world/journal.ts';
import {networksOf} from '../world/networks.ts';
import {type Usage, usageAt} from '../world/usage.ts';
import type {World} from '../world/world.ts';
import {ApiError} from './api-error.ts';
import {containerOf} from './engine.ts';
import {hostCpus, hostMemoryBytes, hostSystemNanos} from './machine.ts';
import type {Handler} from './router.ts';
import {nanosText, timeText} from './words.ts';

const periodMillis = 1000;

/** `GET /containers/{id}/stats`: a line a second, or one answer. */
export const containerStats: Handler = (engine, {query, reply}, parameter) => {
	const container = containerOf(engine, parameter('id'));
	const {world} = engine;
	const isStream = query.text('stream') === undefined || query.flag('stream');
	const isOneShot = query.flag('one-shot');
	if (isStream && isOneShot) throw new ApiError(400, 'cannot have stream=true and one-shot=true');
	if (isStream) return streamStats(engine, container, reply);
	if (isOneShot) return reply.text(statsText(world, container, undefined), json);
	// The engine takes a second sample for `precpu_stats`, as it does for its own CLI.
	const before = sampleOf(world, container);
	world.after(before.usage ? periodMillis : 0, () =>
		reply.text(statsText(world, container, before), json),
	);
};

const streamStats = (
	{world}: {world: World},
	container: DemoContainer,
	reply: Parameters<Handler>[1]['reply'],
): void => {
	const sink = reply.stream(undefined);
	let previous: Sample | undefined;
	const tick = () => {
		if (!sink.isOpen) return;
		if (container.isRemoved) {
			sink.end();
			return;
		}
		// A stopped container has no figures, and its stream stays silent until it is removed.
		if (usageAt(container, world.nowMillis)) sink.write(statsText(world, container, previous));
		previous = sampleOf(world, container);
		cancel = world.after(periodMillis, tick);
	};
	let cancel = world.after(0, tick);
	sink.onClose(() => cancel());
};

interface Sample {
	readonly atMillis: number;
	readonly usage: Usage | undefined;
}

const sampleOf = (world: World, container: DemoContainer): Sample => ({
	atMillis: world.nowMillis,
	usage: usageAt(container, world.nowMillis),
});

const json = {contentType: 'application/json'};

/** cgroup v2 says this for no limit; it is beyond the numbers of JavaScript, so it is put in as text. */
const unlimited = 'unlimited';

const statsText = (...sample: Parameters<typeof statsOf>): string =>
	`${JSON.stringify(statsOf(...sample)).replace(`"${unlimited}"`, '18446744073709551615')}\n`;

/** The shape of an engine on cgroup v2. */
const statsOf = (world: World, container: DemoContainer, previous: Sample | undefined) => {
	const {atMillis, usage} = sampleOf(world, container);
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
