import {cpuPercent} from './cpu.ts';
import {known} from './known.ts';
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
		...known('cpuPercent', cpuPercent(previous, sample)),
		...known('netRxPerSecond', rate('netRxBytes')),
		...known('netTxPerSecond', rate('netTxBytes')),
		...known('blockReadPerSecond', rate('blockReadBytes')),
		...known('blockWritePerSecond', rate('blockWriteBytes')),
	};
};
