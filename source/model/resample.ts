import type {Statistic} from './ring.ts';

/**
 * `points` means, minima or maxima of equal spans of time, oldest first, from the first `length`
 * values on a finer grid, where NaN is a gap. A span without any value is a gap (undefined).
 */
export const resample = (
	values: Float64Array,
	length: number,
	points: number,
	statistic: Statistic,
): readonly (number | undefined)[] => {
	const slots = length / points;
	const results: (number | undefined)[] = [];
	for (let index = 0; index < points; index++) {
		const start = Math.floor(index * slots);
		const end = Math.min(length, Math.max(start + 1, Math.floor((index + 1) * slots)));
		const result =
			statistic === 'mean' ? mean(values, start, end) : extreme(values, start, end, statistic);
		results.push(Number.isNaN(result) ? undefined : result);
	}
	return results;
};

/** Charts are drawn from this many times a second, so it is loops over numbers. */
const mean = (values: Float64Array, start: number, end: number): number => {
	let sum = 0;
	let count = 0;
	for (let index = start; index < end; index++) {
		const value = values[index] ?? Number.NaN;
		if (Number.isNaN(value)) continue;
		sum += value;
		count++;
	}
	return sum / count;
};

const extreme = (
	values: Float64Array,
	start: number,
	end: number,
	statistic: 'min' | 'max',
): number => {
	let found = Number.NaN;
	for (let index = start; index < end; index++) {
		const value = values[index] ?? Number.NaN;
		const isFarther = statistic === 'max' ? value > found : value < found;
		if (isFarther || Number.isNaN(found)) found = value;
	}
	return found;
};
