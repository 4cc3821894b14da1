import type {Samples} from './chart.ts';
import type {Symbols} from './symbols.ts';

/** A cell of several lines: what stands there, and which of them has it; -1 where it is blank. */
export interface LineCell {
	readonly text: string;
	readonly line: number;
}

export interface LineChart {
	/** Each with as many samples as columns; a cell has two where it is drawn in braille. */
	readonly lines: readonly Samples[];
	readonly width: number;
	readonly height: number;
	/** The value at the top edge. */
	readonly max: number;
	readonly symbols: Symbols;
	/** What names a line where there are no dots. */
	readonly letters: string;
}

const blank: LineCell = {text: ' ', line: -1};

/** Dots of a braille cell from the top, left and right column (Unicode block U+2800). */
const dots = [
	[0x01, 0x02, 0x04, 0x40],
	[0x08, 0x10, 0x20, 0x80],
] as const;

/** Row of dots of a value, 0 at the top; undefined for a gap. */
const rowOf = (value: number | undefined, max: number, rows: number): number | undefined => {
	if (value === undefined || Number.isNaN(value)) return undefined;
	const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
	return rows - 1 - Math.round(share * (rows - 1));
};

/** Lines over each other, the later ones in front: `height` rows of `width` cells. */
export const lineChart = (chart: LineChart): readonly (readonly LineCell[])[] =>
	chart.symbols.chart === 'braille' ? dotted(chart) : lettered(chart);

/** A quarter of a cell each, the lowest first. */
const heights = ['_', '.', '-', "'"] as const;
/** Where there is no colour only letters tell the lines apart: often enough, and no two in one column. */
const letterEvery = 12;
const letterStep = 2;

/** Lines of letters, the later ones above. */
const lettered = (chart: LineChart) => {
	const {lines, width, height} = chart;
	const cells = Array.from({length: height}, () => new Array<LineCell>(width).fill(blank));
	for (const line of lines.keys()) drawLettered(cells, chart, line);
	return cells;
};

/** Each value at its height within its cell, steps of more than a cell joined, and now and then the letter of the line. */
const drawLettered = (
	cells: readonly LineCell[][],
	{lines, width, height, max, letters}: LineChart,
	line: number,
): void => {
	const letter = letters[line] ?? '*';
	const put = (row: number, column: number, text: string): void => {
		const cellsOfRow = cells[row];
		if (cellsOfRow) cellsOfRow[column] = {text, line};
	};
	let before: number | undefined;
	for (let column = 0; column < width; column++) {
		const level = rowOf(lines[line]?.[column], max, heights.length * height);
		if (level === undefined) {
			before = undefined;
			continue;
		}
		const row = Math.floor(level / heights.length);
		const from = before ?? row;
		for (let between = Math.min(from, row) + 1; between < Math.max(from, row); between++)
			put(between, column, '|');
		const isNamed = (width - 1 - column) % letterEvery === (line * letterStep) % letterEvery;
		put(row, column, isNamed ? letter : (heights[3 - (level % heights.length)] ?? letter));
		before = row;
	}
};

const dotted = ({lines, width, height, max}: LineChart) => {
	const masks = lines.map(values => maskOf(values, width, height, max));
	return Array.from({length: height}, (_, row) =>
		Array.from({length: width}, (__, column): LineCell => {
			const at = row * width + column;
			let all = 0;
			let most = 0;
			let line = -1;
			masks.forEach((mask, index) => {
				const own = mask[at] ?? 0;
				const count = bits(own);
				all |= own;
				// Of a cell that several share it has the colour of the one that fills most of it.
				if (count > 0 && count >= most) {
					most = count;
					line = index;
				}
			});
			return line < 0 ? blank : {text: String.fromCharCode(0x2800 + all), line};
		}),
	);
};

/**
 * The dots of one line, a byte for each cell. A step is joined in the column of its higher side, so that
 * nothing is drawn above the area of the same values.
 */
const maskOf = (values: Samples, width: number, height: number, max: number): Uint8Array => {
	const mask = new Uint8Array(width * height);
	const draw = (column: number, from: number, to: number): void => {
		const side = dots[(column & 1) as 0 | 1];
		for (let row = from; row <= to; row++) {
			const at = (row >> 2) * width + (column >> 1);
			mask[at] = (mask[at] ?? 0) | (side[row & 3] ?? 0);
		}
	};
	let before: number | undefined;
	for (let column = 0; column < 2 * width; column++) {
		const row = rowOf(values[column], max, 4 * height);
		if (row !== undefined) draw(column, row, Math.max(row, (before ?? row) - 1));
		if (row !== undefined && before !== undefined) draw(column - 1, before, row - 1);
		before = row;
	}
	return mask;
};

const bits = (mask: number): number => {
	let count = 0;
	for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
	return count;
};
