import {statfs} from 'node:fs/promises';
import {cpus, loadavg, uptime} from 'node:os';
import type {Systeminformation} from 'systeminformation';
import type {HostDetail} from '../../model/host-detail.ts';
import type {HostSample} from '../../model/host-sample.ts';
import {known} from '../../model/known.ts';
import {wait} from '../wait.ts';

/** Each call starts child processes on these systems. */
const shortestIntervalMillis = 5000;
const firstGapMillis = 200;

/**
 * For macOS and Windows, through systeminformation, which is loaded only here. Its calls for all
 * interfaces and for processes are left out: they take seconds and freeze the program.
 */
export async function* systemInformationSamples(
	pause: (signal: AbortSignal) => Promise<void>,
	signal: AbortSignal,
	wantsDetail: () => boolean,
): AsyncGenerator<HostSample> {
	const {currentLoad, mem, networkStats, fsStats} = await import('systeminformation');
	const read = async (): Promise<HostSample> => {
		const [load, memory, [net], disk, root] = await Promise.all([
			currentLoad(),
			mem(),
			networkStats(),
			fsStats(),
			statfs('/'),
		]);
		const used = root.blocks - root.bfree;
		const [load1] = loadavg();
		return {
			atMillis: Date.now(),
			origin: 'local',
			cpus: cpus().length,
			...known('cpuPercent', figure(load.currentLoad)),
			// Windows has no load average; Node gives 0 there.
			...known('load1', figure(process.platform === 'win32' ? undefined : load1)),
			...known('memoryUsedBytes', figure(memory.total - memory.available)),
			...known('memoryTotalBytes', figure(memory.total)),
			...known('memoryCacheBytes', figure(memory.buffcache)),
			...known('swapUsedBytes', figure(memory.swapused)),
			...known('netRxPerSecond', figure(net?.rx_sec)),
			...known('netTxPerSecond', figure(net?.tx_sec)),
			...known('diskReadPerSecond', figure(disk?.rx_sec)),
			...known('diskWritePerSecond', figure(disk?.wx_sec)),
			...known('rootDiskUsedPercent', figure((used / (used + root.bavail)) * 100)),
			...(wantsDetail() && {detail: detailOf(load, memory)}),
		};
	};
	// Rates need an earlier call to compare with.
	await read();
	await wait(firstGapMillis, signal);
	while (!signal.aborted) {
		const sample = await read();
		if (signal.aborted) return;
		yield sample;
		await Promise.all([pause(signal), wait(shortestIntervalMillis, signal)]);
	}
}

/** What those calls tell besides. Disks and networks one by one would take many more processes. */
const detailOf = (
	load: Systeminformation.CurrentLoadData,
	memory: Systeminformation.MemData,
): HostDetail => {
	const [one = 0, five = 0, fifteen = 0] = loadavg();
	return {
		coresPercent: load.cpus.map(core => figure(core.load)),
		...(process.platform !== 'win32' && {loads: [one, five, fifteen] as const}),
		uptimeSeconds: uptime(),
		memory: {
			availableBytes: memory.available,
			freeBytes: memory.free,
			swapTotalBytes: memory.swaptotal,
		},
	};
};

/** systeminformation gives null and NaN where it does not know. */
const figure = (value: number | null | undefined): number | undefined =>
	typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
