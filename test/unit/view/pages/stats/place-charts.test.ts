import {expect, test} from 'vitest';
import {chartIds} from '../../../../../source/store/stats-state.ts';
import {placeStats} from '../../../../../source/view/pages/stats/place-charts.ts';

const stats = {chart: 'cpu', isZoomed: false} as const;
const shown = (width: number, height: number, change = {}, legendRows = 0) =>
	placeStats(width, height, {...stats, ...change}, legendRows).charts.map(({id}) => id);

test('all four where there is room, in two columns from 100 cells on', () => {
	expect(shown(120, 37)).toEqual(chartIds);
	expect(placeStats(120, 37, stats, 0).charts.map(({left}) => left)).toEqual([0, 60, 0, 60]);
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
	expect(placeStats(80, 21, stats, 5).legend).toMatchObject({top: 14, height: 7});
	expect(placeStats(80, 12, stats, 5).legend).toBeUndefined();
});

test('rectangles fill the screen without overlap, whatever its size', () => {
	for (let width = 24; width <= 250; width += 13) {
		for (let height = 3; height <= 80; height++) {
			const {headRows, charts, legend} = placeStats(width, height, stats, height % 8);
			const cells = charts.reduce((sum, chart) => sum + chart.width * chart.height, 0);
			expect(cells + width * (headRows + (legend?.height ?? 0))).toBe(width * height);
		}
	}
});
