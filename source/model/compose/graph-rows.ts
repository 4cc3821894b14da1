import type {Effort} from './effort.ts';
import type {GraphItem} from './graph-shape.ts';

type Columns = readonly (readonly GraphItem[])[];
type Side = 'left' | 'right';

/** Forth and back so often; after some of it nothing changes any more. */
const sweeps = 8;

/**
 * The order of the items in their columns, so that few lines cross, and their rows, so that many are
 * straight: each goes where those are on average that it is connected with.
 */
export const placeItems = (unplaced: Columns, effort: Effort): Columns => {
	let columns = unplaced.map(stacked);
	const each = (change: (at: number) => readonly GraphItem[], at: number): void => {
		effort.spend([at - 1, at, at + 1].reduce((sum, next) => sum + sizeOf(columns[next]), 0));
		columns = columns.with(at, change(at));
	};
	const order = (side: Side) => (at: number) => inOrder(columns, at, side);
	const settle = (at: number): readonly GraphItem[] => settled(columns, at);
	for (let sweep = 0; sweep < sweeps && !effort.isSpent; sweep++) {
		// All by the same columns.
		const before = columns;
		for (const at of before.keys()) each(() => inOrder(before, at, 'left'), at);
		for (let at = columns.length - 1; at >= 0; at--) each(order('right'), at);
	}
	for (let sweep = 0; sweep < sweeps && !effort.isSpent; sweep++) {
		for (const at of columns.keys()) each(settle, at);
		for (let at = columns.length - 1; at >= 0; at--) each(settle, at);
	}
	return withoutGaps(columns);
};

const sizeOf = (items: readonly GraphItem[] = []): number =>
	items.reduce((sum, item) => sum + rowsOf(item), 0);

/** Rows that all of it takes. */
export const heightOf = (columns: Columns): number =>
	Math.max(0, ...columns.flat().map(item => item.row + rowsOf(item)));

/** Rows that one takes. */
const rowsOf = ({waits}: GraphItem): number => Math.max(1, waits.length);

const stacked = (items: readonly GraphItem[]): readonly GraphItem[] => {
	let row = 0;
	return items.map(item => {
		const placed = {...item, row};
		row += rowsOf(item);
		return placed;
	});
};

type Rows = ReadonlyMap<string, readonly number[]>;

const grouped = (pairs: readonly (readonly [name: string, row: number])[]): Rows => {
	const rows = new Map<string, number[]>();
	for (const [name, row] of pairs) {
		const known = rows.get(name);
		if (known === undefined) rows.set(name, [row]);
		else known.push(row);
	}
	return rows;
};

/** The rows, as they are now, in which lines lead from a column to each name. */
const rowsFrom = (before: readonly GraphItem[] = []): Rows =>
	grouped(
		before.flatMap(({name, isPassing, waits, row}) =>
			isPassing
				? [[name, row] as const]
				: waits.map(({service}, index) => [service, row + index] as const),
		),
	);

/** The rows in which names stand in a column. */
const rowsIn = (after: readonly GraphItem[] = []): Rows =>
	grouped(after.map(({name, row}) => [name, row] as const));

/** Where the lines of an item lead to: the row there, less the row of the line in the item. */
const rowsTo = (after: Rows, {name, isPassing, waits}: GraphItem): readonly number[] =>
	isPassing
		? (after.get(name) ?? [])
		: waits.flatMap(({service}, index) => (after.get(service) ?? []).map(row => row - index));

const mean = (numbers: readonly number[]): number | undefined =>
	numbers.length === 0 ? undefined : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** One of them, so that at least that line is straight. */
const middle = (numbers: readonly number[]): number | undefined =>
	numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];

/** By where they are connected on one side; what a service waits for in the order of where that stands. */
const inOrder = (columns: Columns, at: number, side: Side): readonly GraphItem[] => {
	const items = columns[at] ?? [];
	const [before, after] = [rowsFrom(columns[at - 1]), rowsIn(columns[at + 1])];
	const wanted = new Map(
		items.map(item => {
			const rows = side === 'left' ? before.get(item.name) : rowsTo(after, item);
			return [item, mean(rows ?? []) ?? item.row];
		}),
	);
	const rowOf = (name: string): number => after.get(name)?.[0] ?? 0;
	return stacked(
		items
			.toSorted((one, other) => (wanted.get(one) ?? 0) - (wanted.get(other) ?? 0))
			.map(item => ({
				...item,
				waits: item.waits.toSorted((one, other) => rowOf(one.service) - rowOf(other.service)),
			})),
	);
};

/** In the same order, each as near as that goes to where it wants to be: between pushed down and pushed up. */
const settled = (columns: Columns, at: number): readonly GraphItem[] => {
	const items = columns[at] ?? [];
	const [before, after] = [rowsFrom(columns[at - 1]), rowsIn(columns[at + 1])];
	const wanted = items.map(
		item => middle([...(before.get(item.name) ?? []), ...rowsTo(after, item)]) ?? item.row,
	);
	const down: number[] = [];
	for (const [index, row] of wanted.entries()) {
		const above = items[index - 1];
		down.push(above === undefined ? row : Math.max(row, (down.at(-1) ?? 0) + rowsOf(above)));
	}
	const up: number[] = [];
	for (let index = items.length - 1; index >= 0; index--) {
		const [item, row = 0] = [items[index], wanted[index]];
		const below = up[0];
		up.unshift(
			below === undefined || item === undefined ? row : Math.min(row, below - rowsOf(item)),
		);
	}
	return items.map((item, index) => ({
		...item,
		row: Math.round(((down[index] ?? 0) + (up[index] ?? 0)) / 2),
	}));
};

/** From row 0, without rows in which nothing stands. */
const withoutGaps = (columns: Columns): Columns => {
	const used = new Set(
		columns
			.flat()
			.flatMap(item => Array.from({length: rowsOf(item)}, (_, index) => item.row + index)),
	);
	const rows = new Map([...used].toSorted((a, b) => a - b).map((row, index) => [row, index]));
	return columns.map(items => items.map(item => ({...item, row: rows.get(item.row) ?? 0})));
};
