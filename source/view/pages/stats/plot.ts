import {areaChart, highest} from '../../../format/chart.ts';
import {lineChart} from '../../../format/line-chart.ts';
import type {Line, Span, Token} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import {type ColumnGrid, inColumns, type Past} from '../../../model/past.ts';
import {styled} from '../../widgets/spans.ts';
import {letters, lineTokens} from './line-looks.ts';

/** What is drawn in a chart; `top` is the value at its upper edge. */
export type Plot =
	| {
			readonly kind: 'area';
			readonly past: Past;
			readonly top: number;
			/** A dotted line at this value. */
			readonly limit?: number | undefined;
			/** Of a row whose upper edge is at this value. */
			readonly tokenAt: (value: number) => Token;
	  }
	/** One from the middle up, the other one from there down, on one scale. */
	| {readonly kind: 'mirror'; readonly up: Past; readonly down: Past; readonly top: number}
	| {readonly kind: 'lines'; readonly pasts: readonly (Past | undefined)[]; readonly top: number};

export interface PlotSize {
	readonly cells: number;
	readonly rows: number;
	readonly grid: ColumnGrid;
	readonly symbols: Symbols;
	/** The cell of the cursor, from 0. */
	readonly cursorCell: number | undefined;
}

/** A cell of a row; undefined where the layer leaves it blank. */
type Layer = (row: number, cell: number) => Span | undefined;

/** The rows of a chart without labels, each of `cells` cells. */
export const plotRows = (plot: Plot, size: PlotSize): readonly Line[] => {
	const {cells, rows, symbols, cursorCell} = size;
	const layers = layersOf(plot, size);
	const cursor = styled('accent', symbols.vertical, {bold: true});
	return Array.from({length: rows}, (_, row): Line => {
		const spans: Span[] = [];
		let text = '';
		let style: Span['style'];
		for (let cell = 0; cell < cells; cell++) {
			const span = cell === cursorCell ? cursor : (firstOf(layers, row, cell) ?? blank);
			if (span.style?.token !== style?.token && text !== '') {
				spans.push({text, ...(style && {style})});
				text = '';
			}
			style = span.style;
			text += span.text;
		}
		return text === '' ? spans : [...spans, {text, ...(style && {style})}];
	});
};

const blank: Span = {text: ' '};

const firstOf = (layers: readonly Layer[], row: number, cell: number): Span | undefined => {
	for (const layer of layers) {
		const span = layer(row, cell);
		if (span !== undefined) return span;
	}
	return undefined;
};

const layersOf = (plot: Plot, size: PlotSize): readonly Layer[] => {
	switch (plot.kind) {
		case 'area':
			return areaLayers(plot, size);
		case 'mirror':
			return mirrorLayers(plot, size);
		case 'lines':
			return [linesLayer(plot, size)];
	}
};

const rowsLayer =
	(texts: readonly string[], tokenOf: (row: number) => Token): Layer =>
	(row, cell) => {
		const text = texts[row]?.[cell] ?? ' ';
		return text === ' ' ? undefined : {text, style: {token: tokenOf(row)}};
	};

/** The mean, and behind it a weak line for how far it went within a column. */
const areaLayers = (
	{past, top, limit, tokenAt}: Extract<Plot, {kind: 'area'}>,
	{cells, rows, grid, symbols}: PlotSize,
): readonly Layer[] => {
	const chart = {width: cells, height: rows, max: top, symbols};
	const values = inColumns(past, past.means, grid, 'mean');
	const means = areaChart({...chart, values});
	const reached = highest(values);
	// A low row is a large share of the whole: nothing has the colour of what it does not reach.
	const tokenOf = (row: number): Token => tokenAt(Math.min((top * (rows - row)) / rows, reached));
	const layers = [rowsLayer(means, tokenOf)];
	if (symbols.chart === 'braille') {
		const lines = [inColumns(past, past.peaks, grid, 'max')];
		const peaks = lineChart({...chart, lines, letters});
		layers.push((row, cell) => {
			const text = peaks[row]?.[cell]?.text ?? ' ';
			return text === ' ' ? undefined : {text, style: {token: 'dim'}};
		});
	}
	return limit === undefined || limit > top
		? layers
		: [...layers, limitLayer(limit / top, rows, symbols)];
};

/** Dots of a braille cell by their height, the lowest first. */
const dotsByLevel = ['⡀', '⠄', '⠂', '⠁'];
/** In the middle of a cell, and nothing that an area is made of. */
const lineBy = {block: '·', ascii: '-'} as const;

const limitLayer = (share: number, rows: number, symbols: Symbols): Layer => {
	const levels = symbols.chart === 'braille' ? dotsByLevel : [lineBy[symbols.chart]];
	const level = Math.max(1, Math.round(share * rows * levels.length));
	const limitRow = rows - Math.ceil(level / levels.length);
	const text = levels[(level - 1) % levels.length] ?? '';
	return row => (row === limitRow ? {text, style: {token: 'err'}} : undefined);
};

const mirrorLayers = (
	{up, down, top}: Extract<Plot, {kind: 'mirror'}>,
	{cells, rows, grid, symbols}: PlotSize,
): readonly Layer[] => {
	const half = Math.floor(rows / 2);
	const lower = rows - half;
	const chart = {width: cells, height: half, max: top, symbols};
	const upper = areaChart({...chart, values: inColumns(up, up.means, grid, 'mean')});
	const hanging = areaChart({
		...chart,
		values: inColumns(down, down.means, grid, 'mean'),
		hangs: true,
	});
	const lowerLayer = rowsLayer(hanging, () => 'ok');
	const axis = styled('dim', symbols.horizontal);
	return [
		rowsLayer(upper, () => 'info'),
		(row, cell) => lowerLayer(row - lower, cell),
		row => (row >= half && row < lower ? axis : undefined),
	];
};

const linesLayer = (
	{pasts, top}: Extract<Plot, {kind: 'lines'}>,
	{cells, rows, grid, symbols}: PlotSize,
): Layer => {
	const lines = pasts.map(past =>
		past === undefined ? [] : inColumns(past, past.means, grid, 'mean'),
	);
	const drawn = lineChart({lines, width: cells, height: rows, max: top, symbols, letters});
	const names = endLetters(lines, top, rows);
	return (row, cell) => {
		const name = cell === cells - 1 ? names.get(row) : undefined;
		if (name !== undefined) return letterSpan(name);
		const {text, line} = drawn[row]?.[cell] ?? {text: ' ', line: -1};
		return line < 0 ? undefined : {text, style: {token: lineTokens[line] ?? 'accent'}};
	};
};

export const letterSpan = (line: number): Span =>
	styled(lineTokens[line] ?? 'accent', letters[line] ?? '*');

/** Where each line ends, its letter; of several in one row the others in the next free ones. */
const endLetters = (
	lines: readonly (readonly (number | undefined)[])[],
	top: number,
	rows: number,
): ReadonlyMap<number, number> => {
	const names = new Map<number, number>();
	lines.forEach((values, line) => {
		// The newest cell is still being filled.
		const value = values.at(-1) ?? values.at(-2) ?? values.at(-3);
		if (value === undefined) return;
		const share = top > 0 ? Math.min(1, value / top) : 0;
		const wanted = Math.min(rows - 1, Math.floor((1 - share) * rows));
		const order = Array.from({length: rows}, (_, row) => row);
		order.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
		const free = order.find(row => !names.has(row));
		if (free !== undefined) names.set(free, line);
	});
	return names;
};
