import type {Timeline} from '../../source/model/series.ts';

/** What a figure was in each of the last seconds, oldest first. */
export const lastSeconds = (
	timeline: Timeline | undefined,
	untilMillis: number,
	count: number,
): readonly (number | undefined)[] | undefined =>
	timeline?.read({untilMillis, spanMillis: count * 1000, points: count});
