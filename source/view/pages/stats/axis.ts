import type {Line, Span} from '../../../format/span.ts';
import {gravest} from '../../../model/chart-marks.ts';
import {columnOf} from '../../../model/past.ts';
import {styled} from '../../widgets/spans.ts';
import type {ChartScope} from './chart-scope.ts';
import {markLooks, markToken} from './mark-looks.ts';
import type {PlotSize} from './plot.ts';

/** Below a chart: how far back it reaches, what happened, and where the cursor is. */
export const axisLine = (scope: ChartScope, size: PlotSize): Line => {
	const {cells, cursorCell, symbols} = size;
	const row = new Array<Span | undefined>(cells).fill(undefined);
	if (cursorCell !== undefined) row[cursorCell] = styled('accent', symbols.sortUp, {bold: true});
	for (const [cell, marks] of marksByCell(scope, size)) {
		const mark = gravest(marks);
		if (mark === undefined) continue;
		const style = {bold: true, ...(cell === cursorCell ? {reverse: true} : {})};
		row[cell] = styled(markToken(mark), symbols.sortUp, style);
	}
	// Behind the signs, because a sign of another one matters more than a letter.
	for (const [cell, marks] of marksByCell(scope, size)) {
		const mark = gravest(marks);
		if (mark !== undefined && cell + 1 < cells)
			row[cell + 1] ??= styled(markToken(mark), markLooks[mark.kind].letter);
	}
	const half = spanText(scope.spanMillis / 2);
	if (cells >= leastForHalf) writeInto(row, half, Math.floor((cells - half.length) / 2));
	writeInto(row, scope.endLabel, cells - scope.endLabel.length);
	return row.map(span => span ?? {text: ' '});
};

const leastForHalf = 40;

/** Where a sign stands in its way a label is left out, as half of it would say something else. */
const writeInto = (row: (Span | undefined)[], text: string, from: number): void => {
	const around = row.slice(Math.max(0, from - 1), from + text.length + 1);
	if (from < 0 || around.some(span => span !== undefined)) return;
	[...text].forEach((character, index) => {
		row[from + index] = styled('dim', character);
	});
};

/** From left to right. */
const marksByCell = ({marks}: ChartScope, {grid, cells}: PlotSize) => {
	const found = new Map<number, (typeof marks)[number][]>();
	const perCell = grid.columns / Math.max(1, cells);
	for (const mark of marks) {
		const cell = Math.floor(columnOf(grid, mark.atMillis) / perCell);
		if (cell < 0 || cell >= cells) continue;
		const known = found.get(cell);
		if (known) known.push(mark);
		else found.set(cell, [mark]);
	}
	return [...found].toSorted(([a], [b]) => a - b);
};

/** `-5m`, `-2m30s`, `-1h30m`. */
export const spanText = (millis: number): string => {
	const seconds = Math.round(millis / 1000);
	const [hours, minutes, rest] = [
		Math.floor(seconds / 3600),
		Math.floor((seconds % 3600) / 60),
		seconds % 60,
	];
	const parts = [`${hours}h`, `${minutes}m`, `${rest}s`];
	return `-${parts.filter(part => !part.startsWith('0')).join('')}`;
};
