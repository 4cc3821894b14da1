import {areaChart, highest} from '../../format/chart.ts';
import {loadToken} from '../../format/load.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import {growingSpan, readColumns} from '../../model/columns.ts';
import type {Timeline} from '../../model/series.ts';
import {frame} from './frame.ts';
import {plain, styled} from './spans.ts';

const labelCells = 6;
/** How much time a chart shows, once so much is known. */
const spanMillis = 300_000;

/** The largest value in a chart, undefined while it has none. */
export const chartMax = (timeline: Timeline, untilMillis: number): number | undefined =>
	timeline.read({untilMillis, spanMillis, points: 1, statistic: 'max'})[0];

export interface ChartPanel {
	readonly width: number;
	readonly height: number;
	readonly title: Line;
	readonly right: Line;
	readonly timeline: Timeline;
	readonly untilMillis: number;
	/** Since when anything is known at all: charts beside each other show the same time. */
	readonly sinceMillis: number | undefined;
	/** Value of the top edge: the limit, or what `niceMax` finds above the largest value. */
	readonly max: number;
	/** What the top edge is called. */
	readonly maxLabel: string;
	/** Colours the rows by their share of the top edge: for figures that have a limit. */
	readonly isLoad: boolean;
	readonly symbols: Symbols;
}

/**
 * A framed chart of the last five minutes, newest at the right, with the top and zero labelled. While
 * less is known, that has most of the width.
 */
export const chartPanel = (panel: ChartPanel): readonly Line[] => {
	const {width, height, symbols, max, untilMillis} = panel;
	const columns = Math.max(0, width - 2 - labelCells);
	const rows = Math.max(0, height - 2);
	const perCell = symbols.chart === 'braille' ? 2 : 1;
	const watchedMillis = untilMillis - (panel.sinceMillis ?? Number.NEGATIVE_INFINITY);
	const span = growingSpan(columns * perCell, spanMillis, watchedMillis);
	const {values, shownMillis} = readColumns(panel.timeline, {untilMillis, ...span}, perCell);
	const drawn = areaChart({values, width: columns, height: rows, max, symbols});
	// A low row is a large share of the whole: nothing has the colour of what it does not reach.
	const reached = highest(values) / max;
	const body = drawn.map((text, index): Line => {
		const label = index === 0 ? panel.maxLabel : index === rows - 1 ? '0' : '';
		const share = Math.min((rows - index) / rows, reached);
		return [
			styled('muted', `${label.padStart(labelCells - 1)} `),
			styled(panel.isLoad ? loadToken(share * 0.99) : 'info', text),
		];
	});
	return frame({
		width,
		height,
		title: panel.title,
		right: panel.right,
		footer: height > 5 ? [styled('dim', `-${minutes(shownMillis)} ${symbols.wait} now`)] : [],
		body: body.length > 0 ? body : [[plain('')]],
		focused: false,
		symbols,
	});
};

/** `42s`, `5m`, `4m24s`. */
const minutes = (millis: number): string => {
	const whole = Math.floor(millis / 60_000);
	const rest = Math.floor((millis % 60_000) / 1000);
	return `${whole > 0 ? `${whole}m` : ''}${rest === 0 ? '' : `${rest}s`}`;
};

/** The next round figure above a value, in steps of 1, 2 and 5, so that a chart is not rescaled at every sample. */
export const niceMax = (value: number | undefined, least: number): number => {
	const wanted = Math.max(least, value ?? 0);
	const power = 10 ** Math.floor(Math.log10(wanted));
	return [1, 2, 5, 10].map(step => step * power).find(step => step >= wanted) ?? wanted;
};

/** As `niceMax` in powers of two, for bytes. */
export const niceBytes = (value: number | undefined, least: number): number =>
	2 ** Math.ceil(Math.log2(Math.max(least, value ?? 0)));
