import type {StatsOrigin} from './stats-sample.ts';

/** Files cost next to nothing; for an engine each sample is some 3 ms of work. */
const usualMillis: Readonly<Record<StatsOrigin, number>> = {cgroup: 1000, api: 2000};
const seldomMillis = 5000;

/**
 * Milliseconds from one sample of a container to the next: what the user chose, else what suits the
 * way they are read. What nobody looks at is sampled every five seconds at most.
 */
export const sampleInterval = (
	origin: StatsOrigin,
	isWatched: boolean,
	chosenMillis: number | undefined,
): number => {
	const watchedMillis = chosenMillis ?? usualMillis[origin];
	return isWatched ? watchedMillis : Math.max(seldomMillis, watchedMillis);
};
