import type {Symbols} from './symbols.ts';

/** Samples, oldest first; undefined is a gap and stays blank. */
export type Samples = readonly (number | undefined)[];

const clamp = (value: number, low: number, high: number): number =>
	Math.min(high, Math.max(low, value));

/** How much of a bar of `width` cells is filled, in the parts that a cell has. */
export const filledParts = (fraction: number, width: number, {barParts}: Symbols): number =>
	Math.round(clamp(fraction, 0, 1) * width * barParts.length);

/** A bar of `width` cells in eighths of a cell; unknown shows the symbol for it. */
export const bar = (fraction: number | undefined, width: number, symbols: Symbols): string => {
	if (width <= 0) return '';
	if (fraction === undefined || Number.isNaN(fraction)) return symbols.unknown.padEnd(width);
	const parts = symbols.barParts;
	const filled = filledParts(fraction, width, symbols);
	const whole = Math.floor(filled / parts.length);
	const rest = filled % parts.length;
	const head = (parts.at(-1) ?? '').repeat(whole) + (rest > 0 ? (parts[rest - 1] ?? '') : '');
	return head.padEnd(width, symbols.barEmpty);
};

/**
 * Height of a sample in 1 to `levels`, so that zero is still seen and differs from a gap, which is
 * 0. Without a positive `max` everything lies at the bottom.
 */
const levelOf = (value: number | undefined, max: number, levels: number): number => {
	if (value === undefined || Number.isNaN(value)) return 0;
	return max > 0 ? clamp(Math.round((value / max) * levels), 1, levels) : 1;
};

/** The newest `count` samples, with gaps in front where there are fewer. */
const newest = (values: Samples, count: number): Samples =>
	values.length >= count
		? values.slice(values.length - count)
		: [...new Array<undefined>(count - values.length).fill(undefined), ...values];

/** One row of `width` cells, one sample a cell, the newest at the right. */
export const sparkline = (
	values: Samples,
	width: number,
	max: number,
	symbols: Symbols,
): string => {
	if (width <= 0) return '';
	const {sparks} = symbols;
	let text = '';
	// A loop, because each row of the list has one.
	for (let index = values.length - width; index < values.length; index++)
		text += sparks[levelOf(values[index], max, sparks.length) - 1] ?? ' ';
	return text;
};

/** The largest of the samples, 0 where there is none. */
export const highest = (values: Samples): number =>
	values.reduce<number>((most, value) => (value !== undefined && value > most ? value : most), 0);

export interface AreaChart {
	readonly values: Samples;
	readonly width: number;
	readonly height: number;
	/** The value at the top edge. */
	readonly max: number;
	readonly symbols: Symbols;
	/** Filled from the top edge, at which is zero, down. */
	readonly hangs?: boolean;
}

/** Cells of one kind of chart: how many samples and levels one holds, and how it is drawn. */
interface Raster {
	readonly samples: number;
	readonly levels: number;
	/** Levels filled in this cell: of its sample, or of the left and the right one. */
	draw(left: number, right: number): string;
	/** The same from the top of the cell. */
	hang(left: number, right: number): string;
}

/** Dots of a braille cell that are filled up to a level, left and right column (Unicode block U+2800). */
const brailleLeft = [0, 0x40, 0x44, 0x46, 0x47] as const;
const brailleRight = [0, 0x80, 0xa0, 0xb0, 0xb8] as const;
/** The same from the top. */
const hangingLeft = [0, 0x01, 0x03, 0x07, 0x47] as const;
const hangingRight = [0, 0x08, 0x18, 0x38, 0xb8] as const;

const dots = (left = 0, right = 0): string =>
	(left | right) === 0 ? ' ' : String.fromCharCode(0x2800 + (left | right));

const braille: Raster = {
	samples: 2,
	levels: 4,
	draw: (left, right) => dots(brailleLeft[left], brailleRight[right]),
	hang: (left, right) => dots(hangingLeft[left], hangingRight[right]),
};

/** One sample a cell. `hanging`: as many steps from the top, where there are signs for them. */
const stepped = (steps: readonly string[], hanging: readonly string[]): Raster => ({
	samples: 1,
	levels: steps.length,
	draw: height => steps[height - 1] ?? ' ',
	hang: height => hanging[Math.ceil((height * hanging.length) / steps.length) - 1] ?? ' ',
});

/** Higher and denser by quarters; from the top what stands high in its cell. */
const ascii = stepped(['.', ':', '+', '#'], ["'", '"', '*', '#']);

const rasterFor = ({chart, sparks}: Symbols): Raster => {
	if (chart === 'braille') return braille;
	// Unicode has no eighths of a cell from the top: half of it, or all.
	return chart === 'block' ? stepped(sparks, ['▀', '█']) : ascii;
};

/** The samples as a filled area: `height` rows of `width` cells, top row first, newest at the right. */
export const areaChart = (chart: AreaChart): readonly string[] => {
	const {values, width, height, max, symbols, hangs = false} = chart;
	const raster = rasterFor(symbols);
	const levels = newest(values, Math.max(0, width) * raster.samples).map(value =>
		levelOf(value, max, Math.max(0, height) * raster.levels),
	);
	const rows: string[] = [];
	for (let row = height - 1; row >= 0; row--) {
		const below = row * raster.levels;
		let line = '';
		const inCell = (level = 0): number => clamp(level - below, 0, raster.levels);
		for (let index = 0; index < levels.length; index += raster.samples) {
			const cell = hangs ? raster.hang : raster.draw;
			line += cell(inCell(levels[index]), inCell(levels[index + 1]));
		}
		rows.push(line);
	}
	return hangs ? rows.toReversed() : rows;
};
