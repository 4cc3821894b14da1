import type {HostDetail} from './host-detail.ts';

/** Cumulative counters and levels of the machine at one instant; undefined means unknown. */
export interface HostSample {
	readonly atMillis: number;
	/** `local`: this machine; `engine`: only what a remote engine says of its machine. */
	readonly origin: 'local' | 'engine';
	readonly cpus?: number;
	/** 0 to 100 over all cores, since the previous sample. */
	readonly cpuPercent?: number;
	readonly load1?: number;
	readonly memoryUsedBytes?: number;
	readonly memoryTotalBytes?: number;
	readonly memoryCacheBytes?: number;
	readonly swapUsedBytes?: number;
	readonly netRxPerSecond?: number;
	readonly netTxPerSecond?: number;
	readonly diskReadPerSecond?: number;
	readonly diskWritePerSecond?: number;
	/** Of the file system that holds `/`, 0 to 100. */
	readonly rootDiskUsedPercent?: number;
	/** Only while the screen of the machine is open. */
	readonly detail?: HostDetail;
}
