import type {TimelineEntry} from '../timeline.ts';

const loopMillis = 600_000;
/** `docker stop` waits ten seconds between signal and kill unless told otherwise. */
const stopMillis = 15_000;

/**
 * Instants at which it ended by itself, without a signal from the engine before, oldest first. `recent`:
 * what happened to one container, in order.
 */
const crashesIn = (recent: readonly TimelineEntry[]): readonly number[] => {
	let signalledAtMillis = Number.NEGATIVE_INFINITY;
	const crashes: number[] = [];
	for (const {event, atMillis} of recent) {
		if (event.kind === 'container.changed' && event.action === 'kill') signalledAtMillis = atMillis;
		if (event.kind === 'container.died' && atMillis - signalledAtMillis > stopMillis) {
			crashes.push(atMillis);
		}
	}
	return crashes;
};

export interface Loop {
	readonly count: number;
	readonly sinceMillis: number;
}

/**
 * The crashes at the end of which each was one of `fewest` within ten minutes; undefined where the last
 * ten minutes saw fewer than that.
 */
export const crashLoop = (
	recent: readonly TimelineEntry[],
	nowMillis: number,
	fewest: number,
): Loop | undefined => {
	const crashes = crashesIn(recent);
	if (crashes.filter(atMillis => nowMillis - atMillis < loopMillis).length < fewest) {
		return undefined;
	}
	let first = crashes.length - fewest;
	while (first > 0 && isClose(crashes, first - 1, fewest)) first--;
	const sinceMillis = crashes[first];
	return sinceMillis === undefined ? undefined : {count: crashes.length - first, sinceMillis};
};

const isClose = (crashes: readonly number[], index: number, fewest: number): boolean =>
	(crashes[index + fewest - 1] ?? Number.POSITIVE_INFINITY) - (crashes[index] ?? 0) < loopMillis;

/** It was told to end: the last signal came shortly before the last death. */
export const wasStopped = (recent: readonly TimelineEntry[]): boolean => {
	const died = recent.findLast(({event}) => event.kind === 'container.died')?.atMillis;
	return died !== undefined && crashesIn(recent).at(-1) !== died;
};
