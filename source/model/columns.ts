import type {Timeline, TimeWindow} from './series.ts';

type Values = readonly (number | undefined)[];

const secondMillis = 1000;

/**
 * The means of columns of whole seconds, in cells that begin at fixed instants: what is drawn stays as it
 * is while newer values come, and only moves on by a cell. The newest cell is still being filled; what it
 * lacks is undefined. `shownMillis`: how far back it reaches, which is not more than was asked for.
 */
export const readColumns = (
	timeline: Timeline,
	{untilMillis, spanMillis, points}: Pick<TimeWindow, 'untilMillis' | 'spanMillis' | 'points'>,
	perCell = 1,
): {readonly values: Values; readonly shownMillis: number} => {
	const seconds = points === 0 ? 0 : Math.floor(spanMillis / secondMillis / points);
	if (seconds === 0) {
		return {values: timeline.read({untilMillis, spanMillis, points}), shownMillis: spanMillis};
	}
	const shownMillis = seconds * points * secondMillis;
	const each = timeline.read({untilMillis, spanMillis: shownMillis, points: seconds * points});
	const begun = (Math.floor(untilMillis / secondMillis) % (seconds * perCell)) + 1;
	const values = means(each, seconds * perCell - begun, seconds);
	while (values.length < points) values.push(undefined);
	return {values, shownMillis};
};

/** Of so many values at a time; undefined where none of them is known. */
const means = (values: Values, from: number, size: number): (number | undefined)[] => {
	const results: (number | undefined)[] = [];
	for (let start = from; start < values.length; start += size) {
		const end = Math.min(values.length, start + size);
		let sum = 0;
		let count = 0;
		for (let index = start; index < end; index++) {
			const value = values[index];
			if (value === undefined) continue;
			sum += value;
			count++;
		}
		results.push(count === 0 ? undefined : sum / count);
	}
	return results;
};

/** Columns that a second has at most, so that a chart has a shape after a few samples. */
const mostPerSecond = 4;

/**
 * How far back a chart of so many columns reaches, and how many of them are drawn: at first only as far as
 * it takes for what is known, so that it is no empty frame, in the end `longestMillis`. A column is
 * whole seconds, or a second whole columns; so a chart is stretched a few times only.
 */
export const growingSpan = (
	points: number,
	longestMillis: number,
	watchedMillis: number,
): {readonly spanMillis: number; readonly points: number} => {
	for (let perSecond = mostPerSecond; perSecond > 1; perSecond /= 2) {
		const seconds = Math.floor(points / perSecond);
		const spanMillis = seconds * secondMillis;
		if (seconds > 0 && spanMillis >= watchedMillis && spanMillis <= longestMillis) {
			return {spanMillis, points: seconds * perSecond};
		}
	}
	const stepMillis = Math.max(1, points) * secondMillis;
	const steps = Math.max(1, Math.ceil(watchedMillis / stepMillis));
	return {spanMillis: Math.min(longestMillis, steps * stepMillis), points};
};
