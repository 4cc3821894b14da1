import {cpuPercent} from './cpu.ts';
import {ratePerSecond} from './rates.ts';
import type {ContainerUsage, StatsOrigin, StatsSample} from './stats-sample.ts';

const nanosPerMilli = 1_000_000;

export interface UsageTimes {
	readonly atMillis: number;
	/** Until the next sample is due. */
	readonly intervalMillis: number;
}

/**
 * What two samples of one container say; unknown figures are left out. Samples that were read in
 * different ways are not compared, for their clocks differ.
 */
export const containerUsage = (
	before: StatsSample | undefined,
	sample: StatsSample,
	times: UsageTimes,
): ContainerUsage => {
	const previous = before?.origin === sample.origin ? before : undefined;
	const elapsedMillis = previous
		? Number(sample.readAtNanos - previous.readAtNanos) / nanosPerMilli
		: 0;
	const usage: Writable<ContainerUsage> = {...times, sample};
	// One by one, because each second brings some of every container.
	const cpu = cpuPercent(previous, sample);
	if (cpu !== undefined) usage.cpuPercent = cpu;
	const rx = ratePerSecond(previous?.netRxBytes, sample.netRxBytes, elapsedMillis);
	if (rx !== undefined) usage.netRxPerSecond = rx;
	const tx = ratePerSecond(previous?.netTxBytes, sample.netTxBytes, elapsedMillis);
	if (tx !== undefined) usage.netTxPerSecond = tx;
	const read = ratePerSecond(previous?.blockReadBytes, sample.blockReadBytes, elapsedMillis);
	if (read !== undefined) usage.blockReadPerSecond = read;
	const write = ratePerSecond(previous?.blockWriteBytes, sample.blockWriteBytes, elapsedMillis);
	if (write !== undefined) usage.blockWritePerSecond = write;
	const throttled = throttledPercent(previous, sample);
	if (throttled !== undefined) usage.throttledPercent = throttled;
	return usage;
};

type Writable<T> = {-readonly [Name in keyof T]: T[Name]};

/** Undefined where no period passed between the two: without a limit, or when all was idle. */
const throttledPercent = (
	previous: StatsSample | undefined,
	sample: StatsSample,
): number | undefined => {
	if (sample.cpuPeriods === undefined || sample.cpuPeriods === previous?.cpuPeriods)
		return undefined;
	const grown = (counter: 'cpuPeriods' | 'cpuThrottledPeriods'): number =>
		(sample[counter] ?? Number.NaN) - (previous?.[counter] ?? Number.NaN);
	const periods = grown('cpuPeriods');
	const throttled = grown('cpuThrottledPeriods');
	return periods > 0 && throttled >= 0 ? Math.min(100, (throttled / periods) * 100) : undefined;
};

/** How the figures of several containers were read; undefined while there are none. */
export const commonOrigin = (
	usages: Iterable<ContainerUsage>,
): StatsOrigin | 'mixed' | undefined => {
	let common: StatsOrigin | undefined;
	for (const {sample} of usages) {
		common ??= sample.origin;
		if (sample.origin !== common) return 'mixed';
	}
	return common;
};
