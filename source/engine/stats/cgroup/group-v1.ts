import {known} from '../../../model/known.ts';
import {memoryUsed} from '../../../model/memory.ts';
import {
	type FileOptions,
	fileIn,
	type Group,
	type GroupCounters,
	idleness,
	seldomTurns,
} from './group.ts';
import type {KernelFile} from './kernel-file.ts';
import {label, numberAfter, onlyNumber, sumAfter} from './numbers.ts';

type Writable<T> = {-readonly [Name in keyof T]: T[Name]};

/** Folders of one group in the hierarchies of version 1; undefined where one is not mounted. */
export interface GroupFolders {
	readonly cpu: string | undefined;
	readonly cpuacct: string | undefined;
	readonly memory: string | undefined;
	readonly pids: string | undefined;
	readonly blkio: string | undefined;
}

const inactiveFile = label('total_inactive_file');
const anon = label('total_rss');
const file = label('total_cache');
const swap = label('total_swap');
const oomKill = label('oom_kill');
const periods = label('nr_periods');
const throttled = label('nr_throttled');
const read = Buffer.from(' Read ');
const write = Buffer.from(' Write ');

/** Control groups of version 1; the engine reads the same files. Undefined without CPU and memory. */
export const openGroupV1 = (
	folders: GroupFolders,
	machineMemoryBytes: number,
	options: FileOptions,
): Group | undefined => {
	const usage = fileIn(folders.cpuacct, 'cpuacct.usage', options);
	const memory = openMemory(folders.memory, machineMemoryBytes, options);
	const throttling = openThrottling(fileIn(folders.cpu, 'cpu.stat', options));
	const pids = fileIn(folders.pids, 'pids.current', options);
	const blocks = openBlocks(folders.blkio, options);
	if (usage === undefined || memory === undefined) return undefined;
	const isIdle = idleness();
	let processes: number | undefined;
	return {
		read() {
			const cpuTotalNanos = onlyNumber(usage.read());
			const idle = isIdle(cpuTotalNanos);
			if (!idle) processes = pids && onlyNumber(pids.read());
			const counters: Writable<GroupCounters> = {};
			if (cpuTotalNanos !== undefined) counters.cpuTotalNanos = cpuTotalNanos;
			if (processes !== undefined) counters.pids = processes;
			return Object.assign(counters, memory.read(idle), throttling.read(), blocks.read(idle));
		},
		close() {
			for (const each of [usage, memory, throttling, pids, blocks]) each?.close();
		},
	};
};

/** Undefined where the memory of groups is not counted (`cgroup_enable=memory` is missing). */
const openMemory = (
	folder: string | undefined,
	machineMemoryBytes: number,
	options: FileOptions,
): {read(isIdle: boolean): GroupCounters; close(): void} | undefined => {
	const usage = fileIn(folder, 'memory.usage_in_bytes', options);
	const stat = fileIn(folder, 'memory.stat', options);
	const limit = fileIn(folder, 'memory.limit_in_bytes', {isKept: false});
	const oomControl = fileIn(folder, 'memory.oom_control', {isKept: false});
	if (usage === undefined || stat === undefined || limit === undefined) return undefined;
	let turn = 0;
	let seldom: GroupCounters = {};
	let usedBefore: number | undefined;
	let latest: GroupCounters = {};
	return {
		read(isIdle) {
			const isSeldom = turn++ % seldomTurns === 0;
			const used = onlyNumber(usage.read());
			// The kernel adds up its statistics for the reader: that takes as long as all other files together.
			if (isIdle && !isSeldom && used === usedBefore) return latest;
			usedBefore = used;
			if (isSeldom) {
				const bytes = onlyNumber(limit.read());
				seldom = {
					// Without a limit it is the largest number there is.
					...known('memoryLimitBytes', bytes && Math.min(bytes, machineMemoryBytes)),
					...known('oomKills', oomControl && numberAfter(oomControl.read(), oomKill)),
				};
			}
			const parts = stat.read();
			const inactive = numberAfter(parts, inactiveFile);
			const stats = inactive === undefined ? {} : {total_inactive_file: inactive};
			const memory = memoryUsed({usage: used, limit: seldom.memoryLimitBytes, stats});
			latest = {
				...known('memoryUsedBytes', memory?.usedBytes),
				...known('memoryCacheBytes', memory?.cacheBytes),
				...known('memoryAnonBytes', numberAfter(parts, anon)),
				...known('memoryFileBytes', numberAfter(parts, file)),
				...known('memorySwapBytes', numberAfter(parts, swap)),
				...seldom,
			};
			return latest;
		},
		close() {
			usage.close();
			stat.close();
		},
	};
};

/** Without a CPU limit no period passes; whether there is one by now is looked at seldom. */
const openThrottling = (file: KernelFile | undefined): Group => {
	let turn = 0;
	let latest: GroupCounters = {};
	return {
		read() {
			if (file && (turn++ % seldomTurns === 0 || latest.cpuPeriods !== 0)) {
				const content = file.read();
				latest = {
					...known('cpuPeriods', numberAfter(content, periods)),
					...known('cpuThrottledPeriods', numberAfter(content, throttled)),
				};
			}
			return latest;
		},
		close() {
			file?.close();
		},
	};
};

/**
 * As the engine does: what the BFQ scheduler counts, or the throttling layer where it has nothing. Both count
 * when a process of the group asks; what the kernel writes for it later is in the group of nobody.
 */
const openBlocks = (
	folder: string | undefined,
	options: FileOptions,
): {read(isIdle: boolean): GroupCounters; close(): void} => {
	const bfq = fileIn(folder, 'blkio.bfq.io_service_bytes_recursive', {isKept: false});
	const throttle = fileIn(folder, 'blkio.throttle.io_service_bytes_recursive', options);
	let turn = 0;
	let file = throttle;
	let latest: GroupCounters = {};
	return {
		read(isIdle) {
			const isSeldom = turn++ % seldomTurns === 0;
			if (isIdle && !isSeldom) return latest;
			if (bfq !== undefined && isSeldom) file = bfq.read().includes(read) ? bfq : throttle;
			const content = file?.read();
			if (content === undefined) return {};
			latest = {
				blockReadBytes: sumAfter(content, read),
				blockWriteBytes: sumAfter(content, write),
			};
			return latest;
		},
		close() {
			throttle?.close();
		},
	};
};
