import {cpuPercent} from './cpu.ts';
import {ratePerSecond} from './rates.ts';
import type {ContainerUsage, StatsSample} from './stats-sample.ts';

const nanosPerMilli = 1_000_000;

/** What two samples of one container say; unknown figures are left out. */
export const containerUsage = (
	previous: StatsSample | undefined,
	sample: StatsSample,
	atMillis: number,
): ContainerUsage => {
	const elapsedMillis = previous
		? Number(sample.readAtNanos - previous.readAtNanos) / nanosPerMilli
		: 0;
	const rate = (counter: 'netRxBytes' | 'netTxBytes' | 'blockReadBytes' | 'blockWriteBytes') =>
		ratePerSecond(previous?.[counter], sample[counter], elapsedMillis);
	return {
		atMillis,
		sample,
		...defined('cpuPercent', cpuPercent(previous, sample)),
		...defined('netRxPerSecond', rate('netRxBytes')),
		...defined('netTxPerSecond', rate('netTxBytes')),
		...defined('blockReadPerSecond', rate('blockReadBytes')),
		...defined('blockWritePerSecond', rate('blockWriteBytes')),
	};
};

const defined = <K extends string>(key: K, value: number | undefined): {[P in K]?: number} =>
	value === undefined ? {} : ({[key]: value} as {[P in K]?: number});
