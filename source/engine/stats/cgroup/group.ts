import {existsSync} from 'node:fs';
import type {StatsSample} from '../../../model/stats-sample.ts';
import {KernelFile} from './kernel-file.ts';

/** What the files of a control group tell. */
export type GroupCounters = Pick<
	StatsSample,
	| 'cpuTotalNanos'
	| 'memoryUsedBytes'
	| 'memoryCacheBytes'
	| 'memoryAnonBytes'
	| 'memoryFileBytes'
	| 'memorySwapBytes'
	| 'memoryLimitBytes'
	| 'blockReadBytes'
	| 'blockWriteBytes'
	| 'pids'
	| 'cpuPeriods'
	| 'cpuThrottledPeriods'
	| 'oomKills'
>;

/** The control group of one container. */
export interface Group {
	/** Throws what `KernelFile.read` throws, as soon as the group is gone. */
	read(): GroupCounters;
	close(): void;
}

export interface FileOptions {
	readonly isKept: boolean;
}

/** What changes seldom is read at every so many turns. */
export const seldomTurns = 10;

/**
 * Tells of each CPU time that was read whether nothing in the group has run since the one before. Then
 * it has started no process and asked for no memory; what the kernel does by itself, such as taking page
 * cache away, may have happened.
 */
export const idleness = (): ((cpuTotal: number | undefined) => boolean) => {
	let before: number | undefined;
	return cpuTotal => {
		const isIdle = cpuTotal !== undefined && cpuTotal === before;
		before = cpuTotal;
		return isIdle;
	};
};

/** Undefined for a file that this kernel, or this hierarchy, does not have. */
export const fileIn = (
	folder: string | undefined,
	name: string,
	options: FileOptions,
): KernelFile | undefined => {
	const path = `${folder}/${name}`;
	return folder !== undefined && existsSync(path) ? new KernelFile(path, options) : undefined;
};
