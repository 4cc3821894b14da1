import {resample} from '../../model/resample.ts';
import type {Timeline} from './chart-panel.ts';

/**
 * The values of several added up, a gap only where none has any. Each is held until its next sample,
 * because they are not all sampled in the same second. Scale and curve are read one after the other,
 * so that what was added up last is remembered.
 */
export const sumTimelines = (timelines: readonly Timeline[]): Timeline => {
	const [only] = timelines;
	if (timelines.length === 1 && only !== undefined) return only;
	let known: {readonly of: string; readonly totals: readonly (number | undefined)[]} | undefined;
	const read = (untilMillis: number, count: number): readonly (number | undefined)[] => {
		const of = `${untilMillis} ${count}`;
		if (known?.of !== of) known = {of, totals: add(untilMillis, count)};
		return known.totals;
	};
	const add = (untilMillis: number, count: number): readonly (number | undefined)[] => {
		const totals = new Array<number | undefined>(count).fill(undefined);
		for (const timeline of timelines) {
			resample(timeline.read(untilMillis, count), count).forEach((value, index) => {
				if (value !== undefined) totals[index] = (totals[index] ?? 0) + value;
			});
		}
		return totals;
	};
	const max = (untilMillis: number, count: number): number | undefined => {
		const values = read(untilMillis, count).filter(value => value !== undefined);
		return values.length === 0 ? undefined : Math.max(...values);
	};
	return {read, max};
};
