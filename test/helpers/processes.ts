import {readdirSync, readFileSync} from 'node:fs';

/** Present in the environment of everything that a test started, and of all its descendants. */
export const testMark = 'DOCKMON_TEST_MARK';

export interface MarkedProcess {
	readonly pid: number;
	readonly parent: number;
	readonly command: string;
}

/** The processes that carry the mark; none where there is no `/proc`. */
export const markedProcesses = (mark: string): readonly MarkedProcess[] => {
	const wanted = `${testMark}=${mark}\0`;
	return readFolder('/proc')
		.filter(name => /^\d+$/.test(name))
		.filter(pid => `${readText(`/proc/${pid}/environ`)}\0`.includes(wanted))
		.map(pid => ({
			pid: Number(pid),
			parent: Number(/^PPid:\s+(\d+)/m.exec(readText(`/proc/${pid}/status`))?.[1]),
			command: readText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim(),
		}));
};

/** False also for a process that has ended and only waits to be noticed. */
export const isRunning = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
	} catch {
		return false;
	}
	return !/^State:\s+[ZX]/m.test(readText(`/proc/${pid}/status`));
};

/** Kills one that may have ended since it was found. */
export const endNow = (pid: number): void => {
	try {
		process.kill(pid, 'SIGKILL');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
};

const readFolder = (path: string): readonly string[] => {
	try {
		return readdirSync(path);
	} catch {
		return [];
	}
};

/** Empty for a process that has just ended or belongs to somebody else. */
const readText = (path: string): string => {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
};
