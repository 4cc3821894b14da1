/** A value still stands for this many slots after it, so that a late sample leaves no hole in a chart. */
const heldSlots = 2;

/**
 * `count` means of equal spans of time, oldest first, from values on a finer grid. A span without
 * any value is a gap (undefined), unless a value came just before it.
 */
export const resample = (
	values: readonly (number | undefined)[],
	count: number,
): readonly (number | undefined)[] => {
	const held = hold(values);
	const slots = held.length / count;
	const means: (number | undefined)[] = [];
	for (let index = 0; index < count; index++) {
		const start = Math.floor(index * slots);
		means.push(mean(held, start, Math.max(start + 1, Math.floor((index + 1) * slots))));
	}
	return means;
};

/** Charts are drawn from this many times a second, so it is loops over numbers; a gap is NaN. */
const hold = (values: readonly (number | undefined)[]): Float64Array => {
	const held = new Float64Array(values.length);
	let age = Number.POSITIVE_INFINITY;
	let latest = Number.NaN;
	for (let index = 0; index < values.length; index++) {
		const value = values[index];
		age = value === undefined ? age + 1 : 0;
		latest = value ?? latest;
		held[index] = age <= heldSlots ? latest : Number.NaN;
	}
	return held;
};

const mean = (values: Float64Array, start: number, end: number): number | undefined => {
	let sum = 0;
	let count = 0;
	for (let index = start; index < end; index++) {
		const value = values[index] ?? Number.NaN;
		if (Number.isNaN(value)) continue;
		sum += value;
		count++;
	}
	return count === 0 ? undefined : sum / count;
};
