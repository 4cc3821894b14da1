import {known} from '../../../model/known.ts';
import {type ChartId, chartIds, type StatsState} from '../../../store/stats-state.ts';
import type {Rect} from '../../canvas/segments.ts';

export interface PlacedChart extends Rect {
	readonly id: ChartId;
}

/** Where everything of the screen is, from its upper left corner. */
export interface StatsPlace {
	readonly headRows: number;
	/** Side by side and below each other; the others are a Tab away. */
	readonly charts: readonly PlacedChart[];
	/** The values of those that are compared. */
	readonly legend?: Rect;
	/** What runs in the container, below its charts. */
	readonly processes?: Rect;
}

/** From so many cells on there are two columns of charts. */
const leastForTwo = 100;
/** Of a chart that is worth its room: its edges, the axis and four rows. */
const leastHeight = 7;

/** What is shown besides charts. */
export interface Beside {
	/** Lines of the legend; 0 without one. */
	readonly legendRows: number;
	/** Charts of one container, whose processes are shown where there is room. */
	readonly hasProcesses: boolean;
}

export const placeStats = (
	width: number,
	height: number,
	{chart, isZoomed}: Pick<StatsState, 'chart' | 'isZoomed'>,
	{legendRows, hasProcesses}: Beside,
): StatsPlace => {
	const headRows = height >= 9 ? 2 : 1;
	const room = Math.max(0, height - headRows);
	const columns = width >= leastForTwo && !isZoomed ? 2 : 1;
	const legendHeight = legendRows > 0 && room - legendRows - 2 >= leastHeight ? legendRows + 2 : 0;
	const processHeight = hasProcesses && columns === 2 ? processRows(room) : 0;
	const chartRoom = room - legendHeight - processHeight;
	const rows = isZoomed
		? 1
		: Math.max(1, Math.min(chartIds.length / columns, Math.floor(chartRoom / leastHeight)));
	const shown = shownCharts(chart, rows * columns);
	const charts = shown.map((id, index): PlacedChart => {
		const row = Math.floor(index / columns);
		const column = index % columns;
		const [top, bottom] = part(chartRoom, row, rows);
		const [left, right] = part(width, column, columns);
		return {id, left, top: headRows + top, width: right - left, height: bottom - top};
	});
	const below = (rows: number): Rect => ({left: 0, top: headRows + chartRoom, width, height: rows});
	return {
		...{headRows, charts},
		...known('legend', legendHeight > 0 ? below(legendHeight) : undefined),
		...known('processes', processHeight > 0 ? below(processHeight) : undefined),
	};
};

/** Of the charts above the processes: one row more than is worth the room, or the charts have it. */
const leastAbove = 8;
/** The rule, the names of the columns, and three of them. */
const leastProcesses = 5;
/** Most containers have few: more rows would stand empty. */
const mostProcesses = 10;
const processShare = 0.28;

/** Of two rows of charts the table below them; not by how many there are, so that nothing jumps. */
const processRows = (room: number): number => {
	const rows = Math.min(mostProcesses, Math.max(leastProcesses, Math.round(room * processShare)));
	return room - rows >= 2 * leastAbove ? rows : 0;
};

/** As many as there is room for, the chosen one among them. */
const shownCharts = (chosen: ChartId, count: number): readonly ChartId[] => {
	const index = chartIds.indexOf(chosen);
	const start = Math.min(Math.floor(index / count) * count, chartIds.length - count);
	return chartIds.slice(start, start + count);
};

/** From and to of one of several equal parts. */
const part = (size: number, index: number, count: number): readonly [number, number] => [
	Math.round((size * index) / count),
	Math.round((size * (index + 1)) / count),
];
