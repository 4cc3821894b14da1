import {fitLine, lineWidth} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {columnGrid, columnOf} from '../../../model/past.ts';
import {fitting} from '../../widgets/fitting.ts';
import {frame} from '../../widgets/frame.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {axisLine, spanText} from './axis.ts';
import type {ChartScope} from './chart-scope.ts';
import {type Plot, type PlotSize, plotRows} from './plot.ts';

/** One figure over time, before it has a size. */
export interface Chart {
	readonly name: Line;
	/** Behind the name where all else has room. */
	readonly note?: string;
	/** In the upper edge, what matters most first; what has no room is left out. */
	readonly values: readonly Line[];
	/** In the lower edge, in the same way. */
	readonly facts: readonly Line[];
	/** Where there are fewer rows than four, a simpler one may tell more. */
	readonly plot: Plot;
	readonly smallPlot?: Plot;
	/** A value of the axis in at most five cells. */
	readonly label: (value: number) => string;
	/** Before the labels of the two halves of a mirror. */
	readonly signs?: readonly [up: string, down: string];
}

/** Cells of the labels at the left, with the space behind them. */
export const labelCells = 6;
const fewRows = 4;

/** Cells of a chart of this width between its labels and its edge. */
export const plotCells = (width: number): number => Math.max(1, width - 2 - labelCells);

export const gridFor = (
	{untilMillis, spanMillis, view}: ChartScope,
	cells: number,
): PlotSize['grid'] =>
	columnGrid(untilMillis, spanMillis, cells, view.symbols.chart === 'braille' ? 2 : 1);

/** Lower, there would be an edge above and below nothing. */
const leastForFrame = 3;

/** A framed chart with labelled axes: exactly `height` lines of `width` cells. */
export const chartFrame = (
	scope: ChartScope,
	chart: Chart,
	{width, height, isFocused}: {width: number; height: number; isFocused: boolean},
): readonly Line[] => {
	const {symbols} = scope.view;
	const cells = plotCells(width);
	const hasFrame = height >= leastForFrame;
	const inner = Math.max(0, height - (hasFrame ? 2 : 1));
	const rows = inner >= 3 ? inner - 1 : inner;
	const grid = gridFor(scope, cells);
	const perCell = grid.columns / cells;
	const {cursorMillis} = scope;
	const cursorCell =
		cursorMillis === undefined
			? undefined
			: Math.max(0, Math.min(cells - 1, Math.floor(columnOf(grid, cursorMillis) / perCell)));
	const size = {cells, rows, grid, symbols, cursorCell};
	const plot = rows < fewRows && chart.smallPlot ? chart.smallPlot : chart.plot;
	const labels = labelsOf(chart, plot, rows);
	const body = plotRows(plot, size).map(
		(line, row): Line => [labelSpan(labels[row] ?? ''), ...line],
	);
	if (!hasFrame) {
		const title = fitting([chart.name, ...chart.values], width - 2);
		return [[plain(' '), ...title], ...body].slice(0, height).map(line => fitLine(line, width));
	}
	const axis = [labelSpan(spanText(scope.spanMillis)), ...axisLine(scope, size)];
	return frame({
		...{width, height, symbols, focused: isFocused},
		...edgeTexts(chart, width),
		footer: fitting(chart.facts, width - 6),
		body: rows < inner ? [...body, axis] : body,
	});
};

/** Cells of an edge that are not text: corners, a bit of line, and the spaces around two texts. */
const edgeCells = 9;

const edgeTexts = ({name, note, values}: Chart, width: number) => {
	const room = width - lineWidth(name) - edgeCells;
	const right = fitting(values, room);
	const isWhole = fitting(values, Number.POSITIVE_INFINITY).length === right.length;
	const hasNote = note !== undefined && isWhole && lineWidth(right) + note.length + 2 <= room;
	return {title: hasNote ? [...name, styled('muted', `  ${note}`)] : name, right};
};

const labelSpan = (text: string) => styled('muted', `${text.padStart(labelCells - 1)} `);

/** The value at the upper edge of some rows, and zero. */
const labelsOf = ({label, signs}: Chart, plot: Plot, rows: number): readonly string[] => {
	const labels = new Array<string>(rows).fill('');
	const top = label(plot.top);
	if (plot.kind === 'mirror') {
		const [up, down] = signs ?? ['', ''];
		const withSign = (sign: string): string =>
			sign.length + top.length < labelCells ? sign + top : top;
		labels[Math.floor(rows / 2)] = '0';
		labels[0] = withSign(up);
		labels[rows - 1] = withSign(down);
		return labels;
	}
	// A row further down would not be at a round value.
	if (rows >= 8 && rows % 2 === 0) labels[rows / 2] = label(plot.top / 2);
	labels[rows - 1] = '0';
	labels[0] = top;
	return labels;
};
