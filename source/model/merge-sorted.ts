import type {ContainerKey} from './ids.ts';

export interface Ranked {
	readonly key: ContainerKey;
	readonly name: string;
	readonly figure: number | string;
}

export interface Sorted {
	readonly entries: readonly Ranked[];
	/** Their keys; the same array for the same entries. */
	readonly keys: readonly ContainerKey[];
	/** Sum of the figures that are known. */
	readonly total: number;
}

/**
 * The keys of two sorted lists as one: few are put in their places among many. Where none of the few has
 * changed its place, it is the array of the last time.
 */
export const mergeKeys = (
	few: Sorted,
	many: Sorted,
	compare: (a: Ranked, b: Ranked) => number,
): readonly ContainerKey[] => {
	if (few.entries.length === 0) return many.keys;
	let start = 0;
	const places = few.entries.map(entry => {
		start = placeOf(entry, many.entries, start, compare);
		return start;
	});
	const known = merged.get(many);
	const isSame =
		known?.few.length === few.keys.length &&
		few.keys.every((key, index) => key === known.few[index]) &&
		places.every((place, index) => place === known.places[index]);
	if (isSame) return known.keys;
	const keys: ContainerKey[] = [];
	let next = 0;
	for (const [index, place] of places.entries()) {
		while (next < place) keys.push(many.keys[next++] as ContainerKey);
		keys.push(few.keys[index] as ContainerKey);
	}
	while (next < many.keys.length) keys.push(many.keys[next++] as ContainerKey);
	merged.set(many, {few: few.keys, places, keys});
	return keys;
};

const merged = new WeakMap<
	Sorted,
	{
		readonly few: readonly ContainerKey[];
		readonly places: readonly number[];
		readonly keys: readonly ContainerKey[];
	}
>();

/** Where the entry belongs in the sorted ones, not before `start`. */
const placeOf = (
	entry: Ranked,
	sorted: readonly Ranked[],
	start: number,
	compare: (a: Ranked, b: Ranked) => number,
): number => {
	let low = start;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (compare(sorted[middle] as Ranked, entry) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
};
