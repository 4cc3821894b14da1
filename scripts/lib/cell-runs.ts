import type {IBufferCell, Terminal} from '@xterm/headless';
import {indexedColor, rgbColor, type Theme} from './palette.ts';

export interface CellStyle {
	readonly color: string;
	/** Undefined: the background of the window. */
	readonly background: string | undefined;
	readonly bold: boolean;
	readonly italic: boolean;
	readonly dim: boolean;
	readonly underline: boolean;
	readonly strikethrough: boolean;
}

/** Neighbouring cells of one row with the same look. */
export interface CellRun {
	readonly row: number;
	readonly column: number;
	readonly width: number;
	readonly text: string;
	readonly style: CellStyle;
}

const foregroundOf = (cell: IBufferCell, theme: Theme): string | undefined => {
	if (cell.isFgRGB()) return rgbColor(cell.getFgColor());
	return cell.isFgPalette() ? indexedColor(theme, cell.getFgColor()) : undefined;
};

const backgroundOf = (cell: IBufferCell, theme: Theme): string | undefined => {
	if (cell.isBgRGB()) return rgbColor(cell.getBgColor());
	return cell.isBgPalette() ? indexedColor(theme, cell.getBgColor()) : undefined;
};

const styleOf = (cell: IBufferCell, theme: Theme): CellStyle => {
	const color = foregroundOf(cell, theme) ?? theme.foreground;
	const background = backgroundOf(cell, theme);
	const inverse = cell.isInverse() !== 0;
	return {
		color: inverse ? (background ?? theme.background) : color,
		background: inverse ? color : background,
		bold: cell.isBold() !== 0,
		italic: cell.isItalic() !== 0,
		dim: cell.isDim() !== 0,
		underline: cell.isUnderline() !== 0,
		strikethrough: cell.isStrikethrough() !== 0,
	};
};

const isSameStyle = (a: CellStyle, b: CellStyle): boolean =>
	a.color === b.color &&
	a.background === b.background &&
	a.bold === b.bold &&
	a.italic === b.italic &&
	a.dim === b.dim &&
	a.underline === b.underline &&
	a.strikethrough === b.strikethrough;

const rowCells = (emulator: Terminal, row: number, theme: Theme): readonly CellRun[] => {
	const {active} = emulator.buffer;
	const line = active.getLine(active.viewportY + row);
	const cells: CellRun[] = [];
	for (let column = 0; column < emulator.cols; column++) {
		const cell = line?.getCell(column);
		const width = cell?.getWidth() ?? 0;
		// Width 0 is the second half of a wide character.
		if (cell === undefined || width === 0) continue;
		const hidden = cell.isInvisible() !== 0;
		const text = hidden ? ' ' : cell.getChars() || ' ';
		cells.push({row, column, width, text, style: styleOf(cell, theme)});
	}
	return cells;
};

/** Wide characters stay alone, so that a font that draws them narrower shifts nothing else. */
const joins = (run: CellRun, cell: CellRun): boolean =>
	cell.width === 1 && run.width === run.text.length && isSameStyle(run.style, cell.style);

/** The visible screen from top left to bottom right. */
export const cellRuns = (emulator: Terminal, theme: Theme): readonly CellRun[] => {
	const runs: CellRun[] = [];
	for (let row = 0; row < emulator.rows; row++) {
		let run: CellRun | undefined;
		for (const cell of rowCells(emulator, row, theme)) {
			if (run !== undefined && joins(run, cell)) {
				run = {...run, width: run.width + 1, text: run.text + cell.text};
				continue;
			}
			if (run !== undefined) runs.push(run);
			run = cell;
		}
		if (run !== undefined) runs.push(run);
	}
	return runs;
};
