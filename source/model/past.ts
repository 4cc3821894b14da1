import {gridIn, type Timeline} from './series.ts';

export type PastValues = readonly (number | undefined)[];

/** The past of one figure in the resolution that is kept so far back; undefined is a gap. */
export interface Past {
	readonly slotMillis: number;
	/** Number of the oldest slot since the epoch. */
	readonly firstSlot: number;
	readonly means: PastValues;
	/** The same where no more than one value a slot is kept. */
	readonly peaks: PastValues;
}

export const readPast = (timeline: Timeline, untilMillis: number, spanMillis: number): Past => {
	const {slots, slotMillis} = gridIn(spanMillis);
	const window = {untilMillis, spanMillis, points: slots};
	const means = timeline.read(window);
	return {
		slotMillis,
		firstSlot: Math.floor(untilMillis / slotMillis) - slots + 1,
		means,
		peaks: slotMillis > 1000 ? timeline.read({...window, statistic: 'max'}) : means,
	};
};

/** The mean of the slot of that moment. */
export const valueAt = ({means, firstSlot, slotMillis}: Past, atMillis: number) =>
	means[Math.floor(atMillis / slotMillis) - firstSlot];

export interface PastSummary {
	readonly mean: number;
	/** Of the means of the slots: below it lie 95 % of the time that is known. */
	readonly p95: number;
	readonly max: number;
}

/** Undefined where nothing is known. */
export const summaryOf = ({means, peaks}: Past): PastSummary | undefined => {
	const known = Float64Array.from(means.filter(value => value !== undefined)).sort();
	if (known.length === 0) return undefined;
	let sum = 0;
	for (const value of known) sum += value;
	let max = 0;
	for (const value of peaks) if (value !== undefined && value > max) max = value;
	const rank = Math.ceil(known.length * 0.95) - 1;
	return {mean: sum / known.length, p95: known[rank] ?? 0, max};
};

/** Both of them in each slot, a gap only where neither is known: what came in and what went out. */
export const addPasts = (some: Past, other: Past): Past => {
	const sum = (values: PastValues, others: PastValues): PastValues =>
		values.map((value, index) => {
			const another = others[index];
			return value === undefined ? another : value + (another ?? 0);
		});
	return {...some, means: sum(some.means, other.means), peaks: sum(some.peaks, other.peaks)};
};

/**
 * Columns of a chart that begin at fixed instants: what is drawn stays as it is while newer values come,
 * and only moves on by a cell.
 */
export interface ColumnGrid {
	readonly columns: number;
	readonly columnMillis: number;
	/** Number of the leftmost column since the epoch. */
	readonly first: number;
}

/** So many cells for a span of time, the newest of which is still being filled. */
export const columnGrid = (
	untilMillis: number,
	spanMillis: number,
	cells: number,
	perCell: number,
): ColumnGrid => {
	const cellMillis = spanMillis / Math.max(1, cells);
	const newest = Math.floor(untilMillis / cellMillis);
	return {
		columns: cells * perCell,
		columnMillis: cellMillis / perCell,
		first: (newest - cells + 1) * perCell,
	};
};

/** The column of a moment, from 0 at the left; outside of the chart below 0 or not below `columns`. */
export const columnOf = ({first, columnMillis}: ColumnGrid, atMillis: number): number =>
	Math.floor(atMillis / columnMillis + rounding) - first;

/** The moment in the middle of a column. */
export const momentOf = ({first, columnMillis}: ColumnGrid, column: number): number =>
	(first + column + 0.5) * columnMillis;

/** Instants are large numbers, and their quotients not exact. */
const rounding = 1e-5;

/** The values in columns: the mean of those in it or the greatest, or the one that it is a part of. */
export const inColumns = (
	{firstSlot, slotMillis}: Past,
	values: PastValues,
	{columns, columnMillis, first}: ColumnGrid,
	combine: 'mean' | 'max',
): PastValues => {
	const slots = columnMillis / slotMillis;
	const slotAt = (column: number): number =>
		Math.floor((first + column) * slots + rounding) - firstSlot;
	return Array.from({length: columns}, (_, column) => {
		const from = Math.max(0, slotAt(column));
		return combined(values, from, Math.max(from + 1, slotAt(column + 1)), combine);
	});
};

const combined = (
	values: PastValues,
	from: number,
	to: number,
	combine: 'mean' | 'max',
): number | undefined => {
	let sum = 0;
	let max = 0;
	let count = 0;
	for (let index = from; index < to; index++) {
		const value = values[index];
		if (value === undefined) continue;
		sum += value;
		if (value > max) max = value;
		count++;
	}
	if (count === 0) return undefined;
	return combine === 'mean' ? sum / count : max;
};
