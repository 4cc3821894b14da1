/** A figure as the list is sorted by it. */
export interface Smoothed {
	/** Mean of the last seconds, the newest weighing most. */
	readonly mean: number;
	/** What is sorted by: the mean of a while ago, unless that would be misleading. */
	readonly rank: number;
	readonly atMillis: number;
}

/** A value that stays is in the mean by two thirds after so long. */
const windowMillis = 3000;
/** After so long a figure has nothing to do with the one before. */
const forgottenMillis = 30_000;
/** All ranks follow their means at these instants, so that small differences are put right together. */
const settleMillis = 10_000;
/** Beyond this share of the rank a difference is seen at a glance. */
const noticed = 0.15;

/**
 * The figure with a new value. A row changes places when a figure really is another one, not with every
 * breath of it: a mean that stays near the rank does not move it, except once in ten seconds. `step`: a
 * difference that does not count anyway.
 */
export const smooth = (
	before: Smoothed | undefined,
	value: number,
	atMillis: number,
	step: number,
): Smoothed => {
	const passed = before === undefined ? 0 : atMillis - before.atMillis;
	if (before === undefined || passed <= 0 || passed > forgottenMillis) {
		return {mean: value, rank: value, atMillis};
	}
	const mean = before.mean + (value - before.mean) * (1 - Math.exp(-passed / windowMillis));
	const isNoticed = Math.abs(mean - before.rank) > Math.max(step, noticed * before.rank);
	const isSettled = turn(atMillis) !== turn(before.atMillis);
	return {mean, rank: isNoticed || isSettled ? mean : before.rank, atMillis};
};

const turn = (atMillis: number): number => Math.floor(atMillis / settleMillis);
