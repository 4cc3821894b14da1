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
	return Array.from({length: count}, (_, index) => {
		const start = Math.floor(index * slots);
		const end = Math.max(start + 1, Math.floor((index + 1) * slots));
		return mean(held.slice(start, end));
	});
};

const hold = (values: readonly (number | undefined)[]): readonly (number | undefined)[] => {
	let age = Number.POSITIVE_INFINITY;
	let latest: number | undefined;
	return values.map(value => {
		age = value === undefined ? age + 1 : 0;
		latest = value ?? latest;
		return age <= heldSlots ? latest : undefined;
	});
};

const mean = (values: readonly (number | undefined)[]): number | undefined => {
	let sum = 0;
	let count = 0;
	for (const value of values) {
		if (value === undefined) continue;
		sum += value;
		count++;
	}
	return count === 0 ? undefined : sum / count;
};
