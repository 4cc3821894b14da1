import {cpuPercent} from './cpu.ts';
import {known} from './known.ts';
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
	const rate = (counter: 'netRxBytes' | 'netTxBytes' | 'blockReadBytes' | 'blockWriteBytes') =>
		ratePerSecond(previous?.[counter], sample[counter], elapsedMillis);
	return {
		...times,
		sample,
		...known('cpuPercent', cpuPercent(previous, sample)),
		...known('netRxPerSecond', rate('netRxBytes')),
		...known('netTxPerSecond', rate('netTxBytes')),
		...known('blockReadPerSecond', rate('blockReadBytes')),
		...known('blockWritePerSecond', rate('blockWriteBytes')),
		...known('throttledPercent', throttledPercent(previous, sample)),
	};
};

/** Undefined where no period passed between the two: without a limit, or when all was idle. */
const throttledPercent = (
	previous: StatsSample | undefined,
	sample: StatsSample,
): number | undefined => {
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
