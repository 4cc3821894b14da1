import type {GraphItem} from './graph-shape.ts';

type Columns = readonly (readonly GraphItem[])[];

/** Forth and back so often; after some of it nothing changes any more. */
const sweeps = 8;

/**
 * The order of the items in their columns, so that few lines cross, and their rows, so that many are
 * straight: each goes where those are on average that it is connected with.
 */
export const placeItems = (unplaced: Columns): Columns => {
	let columns = unplaced.map(stacked);
	for (let sweep = 0; sweep < sweeps; sweep++) {
		columns = columns.map((_, at) => inOrder(columns, at, 'left'));
		for (let at = columns.length - 1; at >= 0; at--)
			columns = columns.with(at, inOrder(columns, at, 'right'));
	}
	for (let sweep = 0; sweep < sweeps; sweep++) {
		for (const at of columns.keys()) columns = columns.with(at, settled(columns, at));
		for (let at = columns.length - 1; at >= 0; at--)
			columns = columns.with(at, settled(columns, at));
	}
	return withoutGaps(columns);
};

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

/** The rows, as they are now, in which lines lead from the column before to an item. */
const rowsFrom = (before: readonly GraphItem[], item: GraphItem): readonly number[] =>
	before.flatMap(({name, isPassing, waits, row}) => {
		if (isPassing) return name === item.name ? [row] : [];
		return waits.flatMap(({service}, index) => (service === item.name ? [row + index] : []));
	});

/** Where the lines of an item lead to: the row there, less the row of the line in the item. */
const rowsTo = (after: readonly GraphItem[], item: GraphItem): readonly number[] => {
	const rowOf = (name: string): readonly number[] =>
		after.flatMap(each => (each.name === name ? [each.row] : []));
	return item.isPassing
		? rowOf(item.name)
		: item.waits.flatMap(({service}, index) => rowOf(service).map(row => row - index));
};

const mean = (numbers: readonly number[]): number | undefined =>
	numbers.length === 0 ? undefined : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** One of them, so that at least that line is straight. */
const middle = (numbers: readonly number[]): number | undefined =>
	numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];

/** By where they are connected on one side; what a service waits for in the order of where that stands. */
const inOrder = (columns: Columns, at: number, side: 'left' | 'right'): readonly GraphItem[] => {
	const items = columns[at] ?? [];
	const [before, after] = [columns[at - 1] ?? [], columns[at + 1] ?? []];
	const wanted = new Map(
		items.map(item => {
			const rows = side === 'left' ? rowsFrom(before, item) : rowsTo(after, item);
			return [item, mean(rows) ?? item.row];
		}),
	);
	const rowOf = (name: string): number => after.find(each => each.name === name)?.row ?? 0;
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
	const [before, after] = [columns[at - 1] ?? [], columns[at + 1] ?? []];
	const wanted = items.map(
		item => middle([...rowsFrom(before, item), ...rowsTo(after, item)]) ?? item.row,
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
