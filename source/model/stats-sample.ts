import type {ContainerRef} from './ids.ts';

/**
 * Cumulative counters of one container at one instant, as the engine gave them. Undefined means
 * that the engine did not say; it never means 0. Percentages and rates come from two samples
 * (`cpu.ts`, `rates.ts`).
 */
export interface StatsSample {
	readonly ref: ContainerRef;
	/** When the engine read the counters (its clock), nanoseconds since the epoch. */
	readonly readAtNanos: bigint;
	/** CPU time used since the start of the container. */
	readonly cpuTotalNanos?: number;
	/** Memory as `docker stats` counts it: without the inactive page cache. */
	readonly memoryUsedBytes?: number;
	/** Page cache that was left out of `memoryUsedBytes`. */
	readonly memoryCacheBytes?: number;
	/** The limit, or the memory of the machine where there is none. */
	readonly memoryLimitBytes?: number;
	/** Sum over all interfaces; undefined for network `host` and `none`. */
	readonly netRxBytes?: number;
	readonly netTxBytes?: number;
	readonly blockReadBytes?: number;
	readonly blockWriteBytes?: number;
	readonly pids?: number;
}

/** What the screen shows of a container, made from one or two samples. */
export interface ContainerUsage {
	readonly atMillis: number;
	/** 100 is one core, as in `docker stats`; undefined until there are two samples. */
	readonly cpuPercent?: number;
	readonly netRxPerSecond?: number;
	readonly netTxPerSecond?: number;
	readonly blockReadPerSecond?: number;
	readonly blockWritePerSecond?: number;
	readonly sample: StatsSample;
}
