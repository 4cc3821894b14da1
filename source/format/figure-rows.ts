import {safeJson} from './safe-json.ts';
import {cleanText} from './sanitise.ts';

/** The figures of one container in one slot of time; undefined where they are not known. */
export interface FigureRow {
	/** Foreign text. */
	readonly container: string;
	readonly atMillis: number;
	/** 100 is one core. */
	readonly cpuPercent: number | undefined;
	readonly memoryBytes: number | undefined;
	readonly netRxBytesPerSecond: number | undefined;
	readonly netTxBytesPerSecond: number | undefined;
	readonly blockReadBytesPerSecond: number | undefined;
	readonly blockWriteBytesPerSecond: number | undefined;
}

const columns = [
	...(['cpuPercent', 'memoryBytes', 'netRxBytesPerSecond', 'netTxBytesPerSecond'] as const),
	...(['blockReadBytesPerSecond', 'blockWriteBytesPerSecond'] as const),
];

const round = (value: number | undefined, digits: number): number | undefined =>
	value === undefined ? undefined : Math.round(value * 10 ** digits) / 10 ** digits;

const figure = (row: FigureRow, column: (typeof columns)[number]): number | undefined =>
	round(row[column], column === 'cpuPercent' ? 2 : 0);

const time = ({atMillis}: FigureRow): string => new Date(atMillis).toISOString();

/** Comma separated with a heading, as RFC 4180 has it; what is not known is empty. */
export const figuresCsv = (rows: readonly FigureRow[]): readonly string[] => [
	['container', 'time', ...columns.map(snakeCase)].join(','),
	...rows.map(row =>
		[
			quoted(cleanText(row.container)),
			time(row),
			...columns.map(column => figure(row, column) ?? ''),
		].join(','),
	),
];

/** One array, an object on each line; what is not known is null. */
export const figuresJson = (rows: readonly FigureRow[]): readonly string[] => [
	'[',
	...rows.map((row, index) => {
		const figures = columns.map(column => [column, figure(row, column) ?? null]);
		const object = {container: row.container, time: time(row), ...Object.fromEntries(figures)};
		return `${safeJson(object)}${index === rows.length - 1 ? '' : ','}`;
	}),
	']',
];

const snakeCase = (name: string): string =>
	name.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

/** A spreadsheet takes a text that begins so for a formula. */
const quoted = (text: string): string => {
	const harmless = /^[=+@\t-]/.test(text) ? `'${text}` : text;
	return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
