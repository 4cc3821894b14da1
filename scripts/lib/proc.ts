/** Linux' /proc: which processes there are, and what they used. */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';

/** Linux counts CPU time in these, on every architecture that Node runs on. */
const ticksPerSecond = 100;

export interface Process {
	readonly pid: number;
	readonly parentPid: number;
	/** As the kernel cuts it, at 15 bytes. */
	readonly name: string;
	/** CPU time of children that have ended and were waited for. */
	readonly reapedNanos: number;
}

/** `/proc/PID/stat`; undefined when it is none. */
export const parseProcess = (stat: string): Process | undefined => {
	// The name is in brackets and may hold blanks and brackets itself.
	const [, pid, name, rest] = /^(\d+) \((.*)\) (.*)$/su.exec(stat) ?? [];
	if (pid === undefined || name === undefined || rest === undefined) return undefined;
	const fields = rest.split(' ').map(Number);
	const [reapedUser = 0, reapedSystem = 0] = fields.slice(13, 15);
	return {
		pid: Number(pid),
		parentPid: fields[1] ?? 0,
		name,
		reapedNanos: ((reapedUser + reapedSystem) * 1e9) / ticksPerSecond,
	};
};

/** A process may end between being listed and being read. */
const ofLiving = <Value>(read: () => Value): Value | undefined => {
	try {
		return read();
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'ESRCH') return undefined;
		throw error;
	}
};

export const readProcFile = (path: string): string | undefined =>
	ofLiving(() => readFileSync(`/proc/${path}`, 'utf8'));

export const listProcFolder = (path: string): readonly string[] =>
	ofLiving(() => readdirSync(`/proc/${path}`)) ?? [];

const readProcess = (pid: number | string): Process | undefined =>
	parseProcess(readProcFile(`${pid}/stat`) ?? '');

export const readProcesses = (): readonly Process[] =>
	listProcFolder('')
		.filter(name => /^\d+$/u.test(name))
		.map(readProcess)
		.filter(process => process !== undefined);

/** A process and all below it. */
export const treeOf = (root: number, processes: readonly Process[]): readonly number[] => {
	const children = processes.filter(({parentPid}) => parentPid === root);
	return [root, ...children.flatMap(({pid}) => treeOf(pid, processes))];
};

/** CPU time by thread, because only threads have it in nanoseconds; and that of ended children. */
export interface CpuReading {
	readonly nanosByThread: ReadonlyMap<string, number>;
	readonly reapedNanosByProcess: ReadonlyMap<string, number>;
}

/** The clock tick of 10 ms that `stat` has would hide a hundred shims that use less than that each. */
export const readCpu = (pids: readonly number[]): CpuReading => {
	const nanosByThread = new Map<string, number>();
	const reapedNanosByProcess = new Map<string, number>();
	for (const pid of pids) {
		const process = readProcess(pid);
		if (process) reapedNanosByProcess.set(String(pid), process.reapedNanos);
		for (const thread of listProcFolder(`${pid}/task`)) {
			const schedstat = readProcFile(`${pid}/task/${thread}/schedstat`);
			if (schedstat) nanosByThread.set(thread, Number(schedstat.split(' ')[0]));
		}
	}
	return {nanosByThread, reapedNanosByProcess};
};

const growth = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number =>
	[...after].reduce((sum, [key, value]) => sum + value - (before.get(key) ?? 0), 0);

/** What was used between two readings. What a thread used that ended in between is not known. */
export const usedNanos = (before: CpuReading, after: CpuReading): number =>
	growth(before.nanosByThread, after.nanosByThread) +
	growth(before.reapedNanosByProcess, after.reapedNanosByProcess);

/** Of `/proc/PID/status`. */
export const parseResidentBytes = (status: string): number =>
	Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1] ?? 0) * 1024;

export const readResidentBytes = (pids: readonly number[]): number =>
	pids.reduce((sum, pid) => sum + parseResidentBytes(readProcFile(`${pid}/status`) ?? ''), 0);

/** The most that was resident since the process began, or since `forgetPeaks`. */
export const parsePeakBytes = (status: string): number =>
	Number(/^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1] ?? 0) * 1024;

export const readPeakBytes = (pids: readonly number[]): number =>
	pids.reduce((sum, pid) => sum + parsePeakBytes(readProcFile(`${pid}/status`) ?? ''), 0);

/** What is resident now is the most so far. */
export const forgetPeaks = (pids: readonly number[]): void => {
	for (const pid of pids) ofLiving(() => writeFileSync(`/proc/${pid}/clear_refs`, '5'));
};
