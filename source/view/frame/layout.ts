import type {PaneId, PaneSizes} from '../../store/state.ts';
import type {Rect} from '../canvas/segments.ts';

/** The part of the screen a pane is drawn in. */
export type Area =
	| 'header'
	| 'summary'
	| 'hostCpu'
	| 'hostMemory'
	| 'hostNetwork'
	| 'hostDisk'
	| 'list'
	| 'cpu'
	| 'memory'
	| 'network'
	| 'disk'
	| 'detail'
	| 'bottom'
	/** A screen other than the list. */
	| 'page'
	| 'selection'
	| 'status'
	| 'footer';

export type Layout = Readonly<Partial<Record<Area, Rect>>> & {readonly size: SizeClass};

/** XS: a list alone; S: list above, tabs below; M: host charts and a detail column; L: charts of the container too. */
export type SizeClass = 'tiny' | 'XS' | 'S' | 'M' | 'L';

export const sizeClass = (columns: number, rows: number): SizeClass => {
	if (columns < 24 || rows < 6) return 'tiny';
	if (columns < 60 || rows < 16) return 'XS';
	if (columns < 100) return 'S';
	return columns < 160 ? 'M' : 'L';
};

/** A screen other than the list has all between the header and the status line. */
export const pageLayout = (columns: number, rows: number): Layout => {
	const size = sizeClass(columns, rows);
	if (size === 'tiny') return layout(columns, rows);
	const width = Math.max(0, columns);
	const row = (top: number): Rect => ({left: 0, top, width, height: 1});
	const edges = {header: row(0), status: row(rows - 2), footer: row(rows - 1)};
	return {size, ...edges, page: block(0, 1, width, rows - 3)};
};

/** Where everything goes on a screen of this size. Every rectangle is inside the screen, none overlap. */
export const layout = (
	columns: number,
	rows: number,
	zoomed?: PaneId,
	sizes: PaneSizes = {},
): Layout => {
	const size = sizeClass(columns, rows);
	const width = Math.max(0, columns);
	const row = (top: number): Rect => ({left: 0, top, width, height: 1});
	if (size === 'tiny') return rows > 0 && columns > 0 ? {size, selection: row(0)} : {size};
	const edges = {header: row(0), status: row(rows - 2), footer: row(rows - 1)};
	if (zoomed === 'logs') return {size, ...edges, bottom: block(0, 1, width, rows - 3)};
	if (size === 'XS') return {size, ...extraSmall(width, rows, row)};
	if (zoomed === 'list') return {size, ...edges, ...listAlone(size, width, rows, row)};
	if (size === 'S') return {size, ...edges, ...small(width, rows, row, sizes)};
	return {size, ...edges, ...large(size, width, rows, sizes)};
};

const block = (left: number, top: number, width: number, height: number): Rect => ({
	left,
	top,
	width,
	height,
});

/** The line of the selected container stands in for the detail, so there is no status line of its own. */
const extraSmall = (
	width: number,
	rows: number,
	row: (top: number) => Rect,
): Omit<Layout, 'size'> => ({
	header: row(0),
	summary: row(1),
	list: block(0, 2, width, rows - 4),
	selection: row(rows - 2),
	footer: row(rows - 1),
});

interface Least {
	readonly list: number;
	readonly other: number;
}

/** A heading and three rows; a rule and three lines. */
const leastRows: Least = {list: 4, other: 4};
/** Names and figures of the list; facts, or two charts side by side. */
const leastColumns: Readonly<Record<'M' | 'L', Least>> = {
	M: {list: 44, other: 36},
	L: {list: 44, other: 60},
};

/** Cells of the list among `cells`: the chosen share, but neither side less than it needs. */
const part = (cells: number, share: number | undefined, usual: number, least: Least): number =>
	share === undefined
		? usual
		: Math.max(least.list, Math.min(cells - least.other, Math.round(cells * share)));

/** On a small screen the order and the counts have a line of their own. */
const listAlone = (
	size: SizeClass,
	width: number,
	rows: number,
	row: (top: number) => Rect,
): Omit<Layout, 'size'> =>
	size === 'S'
		? {summary: row(1), list: block(0, 2, width, rows - 4)}
		: {list: block(0, 1, width, rows - 3)};

const small = (
	width: number,
	rows: number,
	row: (top: number) => Rect,
	{listHeight}: PaneSizes,
): Omit<Layout, 'size'> => {
	const inner = rows - 4;
	const list = part(inner, listHeight, Math.ceil(inner * 0.6), leastRows);
	return {
		summary: row(1),
		list: block(0, 2, width, list),
		bottom: block(0, 2 + list, width, inner - list),
	};
};

const large = (
	size: 'M' | 'L',
	width: number,
	rows: number,
	{listHeight, listWidth}: PaneSizes,
): Omit<Layout, 'size'> => {
	const charts = hostCharts(size, width, rows);
	const top = 1 + charts.height;
	const inner = rows - top - 2;
	const usual = Math.ceil(inner * (size === 'L' ? 0.58 : 0.52));
	const middle = part(inner, listHeight, usual, leastRows);
	const usualWidth = size === 'L' ? Math.floor(width / 2) : Math.round(width * 0.57);
	const list = part(width, listWidth, usualWidth, leastColumns[size]);
	return {
		...charts.areas,
		list: block(0, top, list, middle),
		...details(size, block(list, top, width - list, middle)),
		bottom: block(0, top + middle, width, inner - middle),
	};
};

/** Side by side under the header; the first thing that goes when rows are scarce. */
const hostCharts = (
	size: 'M' | 'L',
	width: number,
	rows: number,
): {readonly height: number; readonly areas: Omit<Layout, 'size'>} => {
	if (rows < 30) return {height: 0, areas: {}};
	const height = size === 'L' && rows >= 50 ? 8 : 5;
	const names: readonly Area[] =
		size === 'L'
			? ['hostCpu', 'hostMemory', 'hostNetwork', 'hostDisk']
			: ['hostCpu', 'hostMemory', 'hostNetwork'];
	const areas = names.map((name, index) => {
		const left = Math.round((width * index) / names.length);
		const right = Math.round((width * (index + 1)) / names.length);
		return [name, block(left, 1, right - left, height)] as const;
	});
	return {height, areas: Object.fromEntries(areas)};
};

const minDetail = 7;

const details = (size: 'M' | 'L', at: Rect): Omit<Layout, 'size'> => {
	const {left, top, width, height} = at;
	if (size === 'M') {
		const cpu = Math.min(8, Math.max(5, Math.floor(height * 0.4)));
		if (height < cpu + minDetail) return {detail: at};
		return {
			cpu: block(left, top, width, cpu),
			detail: block(left, top + cpu, width, height - cpu),
		};
	}
	const half = Math.floor(width / 2);
	const chart = Math.max(5, Math.min(9, Math.floor((height - minDetail) / 2)));
	if (height < chart + minDetail) return {detail: at};
	const first = {
		cpu: block(left, top, half, chart),
		memory: block(left + half, top, width - half, chart),
	};
	if (height < 2 * chart + minDetail) {
		return {...first, detail: block(left, top + chart, width, height - chart)};
	}
	return {
		...first,
		network: block(left, top + chart, half, chart),
		disk: block(left + half, top + chart, width - half, chart),
		detail: block(left, top + 2 * chart, width, height - 2 * chart),
	};
};
