import {expect, test} from 'vitest';
import {chartIds} from '../../../../../source/store/stats-state.ts';
import {placeStats} from '../../../../../source/view/pages/stats/place-charts.ts';

const stats = {chart: 'cpu', isZoomed: false} as const;
const nothing = {legendRows: 0, hasProcesses: false};
const legend = (legendRows: number) => ({legendRows, hasProcesses: false});
const withProcesses = (width: number, height: number, change = {}) =>
	placeStats(width, height, {...stats, ...change}, {legendRows: 0, hasProcesses: true});
const shown = (width: number, height: number, change = {}, legendRows = 0) =>
	placeStats(width, height, {...stats, ...change}, {legendRows, hasProcesses: true}).charts.map(
		({id}) => id,
	);

test('all four where there is room, in two columns from 100 cells on', () => {
	expect(shown(120, 37)).toEqual(chartIds);
	expect(placeStats(120, 37, stats, nothing).charts.map(({left}) => left)).toEqual([0, 60, 0, 60]);
	expect(shown(80, 40)).toEqual(chartIds);
	expect(shown(80, 21)).toEqual(['cpu', 'memory']);
});

test('the chosen one is always among those shown', () => {
	for (let height = 3; height < 40; height++) {
		for (const chart of chartIds) expect(shown(80, height, {chart})).toContain(chart);
	}
	expect(shown(80, 21, {chart: 'disk'})).toEqual(['network', 'disk']);
});

test('a zoomed one has all the room, a legend only where a chart remains', () => {
	expect(shown(200, 57, {isZoomed: true, chart: 'memory'})).toEqual(['memory']);
	expect(placeStats(80, 21, stats, legend(5)).legend).toMatchObject({top: 14, height: 7});
	expect(placeStats(80, 12, stats, legend(5)).legend).toBeUndefined();
});

test('processes below two rows of charts that keep their height, and nowhere else', () => {
	expect(withProcesses(120, 37).processes).toEqual({left: 0, top: 27, width: 120, height: 10});
	expect(withProcesses(200, 57).processes).toMatchObject({top: 47, height: 10});
	expect(withProcesses(120, 27).charts.map(({height}) => height)).toEqual([9, 9, 9, 9]);
	expect(withProcesses(120, 21).processes).toBeUndefined();
	expect(withProcesses(99, 57).processes).toBeUndefined();
	expect(withProcesses(120, 37, {isZoomed: true}).processes).toBeUndefined();
});

test('rectangles fill the screen without overlap, whatever its size', () => {
	for (let width = 24; width <= 250; width += 13) {
		for (let height = 3; height <= 80; height++) {
			const beside = {legendRows: height % 8, hasProcesses: height % 8 === 0};
			const {headRows, charts, legend, processes} = placeStats(width, height, stats, beside);
			const cells = charts.reduce((sum, chart) => sum + chart.width * chart.height, 0);
			const rows = headRows + (legend?.height ?? 0) + (processes?.height ?? 0);
			expect(cells + width * rows).toBe(width * height);
			for (const below of [legend, processes]) {
				if (below !== undefined) expect(below.top + below.height).toBe(height);
			}
		}
	}
});
