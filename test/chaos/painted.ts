import {textWidth} from '../../source/format/width.ts';
import type {Screen} from '../../source/view/canvas/screen.ts';
import {ScreenTerminal} from '../helpers/screen-terminal.ts';

const style = /\u001b\[[\d;]*m/g;
const place = /\u001b\[(\d+);(\d+)H/g;

/** What of that output lies beyond the edges of a screen of this size, one sentence each. */
export const beyondEdges = (written: string, columns: number, rows: number): readonly string[] => {
	const texts = written.replaceAll(style, '').split(place);
	const found: string[] = [];
	// Before the first place, then a row, a column and what stands there, again and again.
	for (let index = 1; index < texts.length; index += 3) {
		const [row, column] = [Number(texts[index]), Number(texts[index + 1])];
		const text = (texts[index + 2] ?? '').split('\u001b')[0] ?? '';
		const isTooHigh = row > rows;
		const isTooWide = column - 1 + textWidth(text) > columns;
		if (isTooHigh || isTooWide)
			found.push(`${JSON.stringify(text)} at ${row};${column} of ${columns}x${rows}`);
	}
	return found;
};

/** Every cell with its look, a row a line. */
const looksOf = (terminal: ScreenTerminal, columns: number, rows: number): readonly string[] =>
	Array.from({length: rows}, (_, row) =>
		Array.from({length: columns}, (__, column) => {
			const {text, foreground, background, isBold, isReverse} = terminal.cell(column, row);
			return `${text || ' '}${foreground}/${background}${isBold ? 'b' : ''}${isReverse ? 'r' : ''}`;
		}).join(' '),
	);

/** How a screen looks to which nothing else was ever written. */
const looksOfWhole = async (
	written: string,
	columns: number,
	rows: number,
): Promise<readonly string[]> => {
	const fresh = new ScreenTerminal(columns, rows);
	fresh.stream.write(written);
	await fresh.settled();
	return looksOf(fresh, columns, rows);
};

const colour = /(default|#[\da-f]{6}|\d+)\/(default|#[\da-f]{6}|\d+)b?r? ?/g;

/** Rows that are not as they should be. */
const differences = (shown: readonly string[], wanted: readonly string[]): readonly string[] =>
	shown.flatMap((row, index) => {
		const other = wanted[index] ?? '';
		if (row === other) return [];
		const texts = [row, other].map(each => each.replaceAll(colour, ''));
		const what = texts[0] === texts[1] ? 'the colours of' : 'instead of';
		return [`row ${index + 1} was\n${texts[0]}\n${what}\n${texts[1]}`];
	});

export interface Painted {
	readonly screen: Pick<Screen, 'repaint' | 'invalidate'>;
	readonly terminal: ScreenTerminal;
	readonly columns: number;
	readonly rows: number;
	/** What was written to the terminal since the last call. */
	readonly taken: () => string;
}

/**
 * What was painted piece by piece looks as if it had been painted whole; else the rows that do not. Both frames are
 * painted within one turn of the loop, for an answer of the engine that came between them would be in the second
 * alone, and no fault.
 */
export const unlikeWhole = async ({
	screen,
	terminal,
	columns,
	rows,
	taken,
}: Painted): Promise<readonly string[]> => {
	// What waits for the next frame is in both.
	screen.repaint();
	await Promise.resolve();
	taken();
	let shown: readonly string[] = [];
	// Read before the emulator reads on.
	terminal.stream.write('', () => {
		shown = looksOf(terminal, columns, rows);
	});
	screen.invalidate();
	await Promise.resolve();
	const [whole = ''] = taken().match(/\u001b\[\?2026h.*?\u001b\[\?2026l/su) ?? [];
	await terminal.settled();
	if (whole === '') return ['nothing was painted'];
	return differences(shown, await looksOfWhole(whole, columns, rows));
};
