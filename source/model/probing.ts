import type {Health} from './health.ts';

/** How a health check is run, and when that many failures in a row make it unhealthy. */
export interface Probing {
	/** From the end of one run to that of the next. */
	readonly everyMillis: number;
	readonly retries: number;
	/** Time after the start in which failures do not count; undefined where none is given. */
	readonly startPeriodMillis?: number;
}

/**
 * About when it turned unhealthy, by the failures since then and the time between two of them;
 * undefined where that is not known. Not before its start, which the engine forgets all probes with.
 */
export const unhealthySince = (
	health: Health,
	probing: Probing | undefined,
	startedAtMillis: number | undefined,
): number | undefined => {
	if (health.kind !== 'unhealthy' || probing === undefined) return undefined;
	const {failingStreak: streak, lastProbe} = health;
	if (streak === undefined || lastProbe === undefined) return undefined;
	const since = Math.max(0, streak - probing.retries) * probing.everyMillis;
	return Math.max(lastProbe.atMillis - since, startedAtMillis ?? 0);
};

/** How long after its start it may be `starting` and nobody wonders; undefined where it does not say. */
export const startingMillis = (probing: Probing | undefined): number | undefined =>
	// The run after the period is the first one that tells.
	probing?.startPeriodMillis === undefined
		? undefined
		: probing.startPeriodMillis + probing.everyMillis;
