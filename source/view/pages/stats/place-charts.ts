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
}

/** From so many cells on there are two columns of charts. */
const leastForTwo = 100;
/** Of a chart that is worth its room: its edges, the axis and four rows. */
const leastHeight = 7;

/** `legendRows`: lines of the legend; 0 without one. */
export const placeStats = (
	width: number,
	height: number,
	{chart, isZoomed}: Pick<StatsState, 'chart' | 'isZoomed'>,
	legendRows: number,
): StatsPlace => {
	const headRows = height >= 9 ? 2 : 1;
	const room = Math.max(0, height - headRows);
	const legendHeight = legendRows > 0 && room - legendRows - 2 >= leastHeight ? legendRows + 2 : 0;
	const chartRoom = room - legendHeight;
	const columns = width >= leastForTwo && !isZoomed ? 2 : 1;
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
	if (legendHeight === 0) return {headRows, charts};
	const legend = {left: 0, top: headRows + chartRoom, width, height: legendHeight};
	return {headRows, charts, legend};
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
