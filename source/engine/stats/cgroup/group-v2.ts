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
import {label, numberAfter, onlyNumber, sumAfter} from './numbers.ts';

const usageMicros = label('usage_usec');
const periods = label('nr_periods');
const throttled = label('nr_throttled');
const inactiveFile = label('inactive_file');
const anon = label('anon');
const file = label('file');
const oomKill = label('oom_kill');
const read = Buffer.from(' rbytes=');
const write = Buffer.from(' wbytes=');

/**
 * Control groups of version 2: one folder for all. Undefined without CPU and memory, as where a
 * hybrid machine has its controllers in version 1.
 */
export const openGroupV2 = (
	folder: string | undefined,
	machineMemoryBytes: number,
	options: FileOptions,
): Group | undefined => {
	const cpu = fileIn(folder, 'cpu.stat', options);
	const current = fileIn(folder, 'memory.current', options);
	const stat = fileIn(folder, 'memory.stat', options);
	const max = fileIn(folder, 'memory.max', {isKept: false});
	const swap = fileIn(folder, 'memory.swap.current', {isKept: false});
	const events = fileIn(folder, 'memory.events', {isKept: false});
	const pids = fileIn(folder, 'pids.current', options);
	const blocks = fileIn(folder, 'io.stat', options);
	if (cpu === undefined || current === undefined || stat === undefined) return undefined;
	const isIdle = idleness();
	let turn = 0;
	let seldom: GroupCounters = {};
	let usedBefore: number | undefined;
	let memory: GroupCounters = {};
	let processes: number | undefined;

	const readSeldom = (): GroupCounters => ({
		memoryLimitBytes: Math.min(
			(max && onlyNumber(max.read())) ?? machineMemoryBytes,
			machineMemoryBytes,
		),
		...known('memorySwapBytes', swap && onlyNumber(swap.read())),
		...known('oomKills', events && numberAfter(events.read(), oomKill)),
	});

	const readCpu = (): GroupCounters => {
		const content = cpu.read();
		const micros = numberAfter(content, usageMicros);
		return {
			...known('cpuTotalNanos', micros === undefined ? undefined : micros * 1000),
			...known('cpuPeriods', numberAfter(content, periods)),
			...known('cpuThrottledPeriods', numberAfter(content, throttled)),
		};
	};

	const readMemory = (usage: number | undefined): GroupCounters => {
		const parts = stat.read();
		const inactive = numberAfter(parts, inactiveFile);
		const stats = inactive === undefined ? {} : {inactive_file: inactive};
		const used = memoryUsed({usage, limit: seldom.memoryLimitBytes, stats});
		return {
			...known('memoryUsedBytes', used?.usedBytes),
			...known('memoryCacheBytes', used?.cacheBytes),
			...known('memoryAnonBytes', numberAfter(parts, anon)),
			...known('memoryFileBytes', numberAfter(parts, file)),
		};
	};

	const readBlocks = (): GroupCounters => {
		const content = blocks?.read();
		if (content === undefined) return {};
		return {blockReadBytes: sumAfter(content, read), blockWriteBytes: sumAfter(content, write)};
	};

	return {
		read() {
			const isSeldom = turn++ % seldomTurns === 0;
			if (isSeldom) seldom = readSeldom();
			const counters = readCpu();
			const idle = isIdle(counters.cpuTotalNanos);
			const used = onlyNumber(current.read());
			// The kernel adds up its statistics for the reader, which takes it longer than all else.
			if (!idle || isSeldom || used !== usedBefore) memory = readMemory(used);
			usedBefore = used;
			if (!idle) processes = pids && onlyNumber(pids.read());
			return {
				...counters,
				...memory,
				...seldom,
				...readBlocks(),
				...known('pids', processes),
			};
		},
		close() {
			for (const file of [cpu, current, stat, pids, blocks]) file?.close();
		},
	};
};
