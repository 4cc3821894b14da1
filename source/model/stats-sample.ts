import type {ContainerRef} from './ids.ts';

/** Who read the counters: we ourselves from the files of the kernel, or the engine on our asking. */
export type StatsOrigin = 'cgroup' | 'api';

/**
 * Cumulative counters of one container at one instant, as the engine gave them. Undefined means
 * that the engine did not say; it never means 0. Percentages and rates come from two samples
 * (`cpu.ts`, `rates.ts`).
 */
export interface StatsSample {
	readonly ref: ContainerRef;
	readonly origin: StatsOrigin;
	/** When the counters were read, by the clock of who read them; nanoseconds since the epoch. */
	readonly readAtNanos: bigint;
	/** CPU time used since the start of the container. */
	readonly cpuTotalNanos?: number;
	/** Memory as `docker stats` counts it: without the inactive page cache. */
	readonly memoryUsedBytes?: number;
	/** Page cache that was left out of `memoryUsedBytes`. */
	readonly memoryCacheBytes?: number;
	/** Memory of programs, of files, and what was moved to swap; the first two with the inactive cache. */
	readonly memoryAnonBytes?: number;
	readonly memoryFileBytes?: number;
	readonly memorySwapBytes?: number;
	/** The limit, or the memory of the machine where there is none. */
	readonly memoryLimitBytes?: number;
	/** Sum over all interfaces; undefined for network `host` and `none`. */
	readonly netRxBytes?: number;
	readonly netTxBytes?: number;
	/** Packets, in both directions. */
	readonly netErrors?: number;
	readonly netDrops?: number;
	readonly blockReadBytes?: number;
	readonly blockWriteBytes?: number;
	readonly pids?: number;
	/** Periods of the CPU limit so far, and those in which the container was held back by it. */
	readonly cpuPeriods?: number;
	readonly cpuThrottledPeriods?: number;
	/** Processes that the kernel killed for want of memory. */
	readonly oomKills?: number;
	readonly pressure?: Pressure;
}

/**
 * Share of the last ten seconds in which some process had to wait for it, 0 to 100: `some avg10` of
 * the kernel's pressure stall information.
 */
export interface Pressure {
	readonly cpuPercent?: number;
	readonly memoryPercent?: number;
	readonly ioPercent?: number;
}

/** What the screen shows of a container, made from one or two samples. */
export interface ContainerUsage {
	readonly atMillis: number;
	/** When the next sample is due, from this one on. */
	readonly intervalMillis: number;
	/** 100 is one core, as in `docker stats`; undefined until there are two samples. */
	readonly cpuPercent?: number;
	readonly netRxPerSecond?: number;
	readonly netTxPerSecond?: number;
	readonly blockReadPerSecond?: number;
	readonly blockWritePerSecond?: number;
	/** Share of the periods of its CPU limit in which it was held back, 0 to 100. */
	readonly throttledPercent?: number;
	readonly sample: StatsSample;
}
