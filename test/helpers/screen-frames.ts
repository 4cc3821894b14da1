import type {Rect} from '../../source/view/canvas/segments.ts';
import type {ScreenTerminal} from './screen-terminal.ts';

/** The screen as one sign a cell; a wide character is followed by an empty one. */
export const cellsOf = (
	terminal: ScreenTerminal,
	columns: number,
	rows: number,
): readonly (readonly string[])[] =>
	Array.from({length: rows}, (_, row) =>
		Array.from({length: columns}, (_, column) => terminal.cell(column, row).text),
	);

/**
 * What is wrong with the frames on the screen, one sentence each: every corner at the top left must
 * belong to a border that is whole.
 */
export const brokenFrames = (cells: readonly (readonly string[])[]): readonly string[] => {
	const at = (row: number, column: number): string => cells[row]?.[column] ?? '';
	const check = (top: number, left: number): readonly string[] => {
		const right = (cells[top] ?? []).findIndex((cell, column) => column > left && cell === '╮');
		let bottom = top + 1;
		while (at(bottom, left) === '│') bottom++;
		const place = `frame at row ${top}, column ${left}`;
		if (right < 0) return [`${place} has no right corner`];
		if (at(bottom, left) !== '╰') return [`${place} has ${at(bottom, left)} in its left border`];
		const borders = Array.from({length: bottom - top - 1}, (_, row) => at(top + 1 + row, right));
		if (borders.some(cell => cell !== '│')) return [`${place} has a broken right border`];
		return at(bottom, right) === '╯' ? [] : [`${place} does not close`];
	};
	return cells.flatMap((row, top) =>
		row.flatMap((cell, left) => (cell === '╭' ? check(top, left) : [])),
	);
};

/** The same of one frame that has this place, whatever is beside it. */
export const brokenBox = (
	cells: readonly (readonly string[])[],
	{left, top, width, height}: Rect,
): readonly string[] => {
	const at = (row: number, column: number): string => cells[row]?.[column] ?? '';
	const [right, bottom] = [left + width - 1, top + height - 1];
	const corners = [at(top, left), at(top, right), at(bottom, left), at(bottom, right)].join('');
	const rows = Array.from({length: height - 2}, (_, row) => top + 1 + row);
	return [
		...(corners === '╭╮╰╯' ? [] : [`corners are ${corners}`]),
		...rows
			.filter(row => at(row, left) !== '│' || at(row, right) !== '│')
			.map(row => `row ${row} is ${(cells[row] ?? []).slice(left, right + 1).join('')}`),
	];
};
