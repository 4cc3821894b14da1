/** The one in the middle; of an even number the mean of the two. Undefined of nothing. */
export const median = (values: readonly number[]): number | undefined => {
	const sorted = values.toSorted((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.floor((sorted.length - 1) / 2)];
	return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
};

/** The least value that so great a share of all values does not exceed. Undefined of nothing. */
export const quantile = (values: readonly number[], share: number): number | undefined =>
	values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];

/** What several rounds gave. */
export interface Spread {
	readonly median: number;
	readonly min: number;
	readonly max: number;
}

/** Undefined unless every round gave a value: a figure of some rounds only would look better than it is. */
export const spread = (values: ReadonlyArray<number | undefined>): Spread | undefined => {
	const known = values.filter(value => value !== undefined);
	const middle = median(known);
	if (middle === undefined || known.length < values.length) return undefined;
	return {median: middle, min: Math.min(...known), max: Math.max(...known)};
};

/** `1.2 (1.0–1.5)`; without the brackets when all rounds look the same. */
export const formatSpread = (value: Spread | undefined, decimals: number): string => {
	if (value === undefined) return '–';
	const [middle, min, max] = [value.median, value.min, value.max].map(part =>
		part.toFixed(decimals),
	);
	return min === max ? `${middle}` : `${middle} (${min}–${max})`;
};

export interface Point {
	readonly x: number;
	readonly y: number;
}

/**
 * The slope by Theil and Sen: the median of those between any two points, so that a third of the points
 * may be anything. Undefined unless there are two with different x.
 */
export const robustSlope = (points: readonly Point[]): number | undefined =>
	median(
		points.flatMap((from, index) =>
			points
				.slice(index + 1)
				.filter(({x}) => x !== from.x)
				.map(({x, y}) => (y - from.y) / (x - from.x)),
		),
	);
