import type {PlannedColumn} from '../../../format/columns.ts';
import {fitLine} from '../../../format/line.ts';
import {isSameLine} from '../../../format/same-line.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {Container} from '../../../model/container.ts';
import type {ContainerRow, Row} from '../../../store/select-rows.ts';
import {isUsageStale} from '../../../store/select-stale.ts';
import type {View} from '../../view.ts';
import {fadeIf} from '../../widgets/fade.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {columnById} from './chosen-columns.ts';
import type {Column} from './columns.ts';
import {healthMark, stateMark} from './marks.ts';

/** Between a column and the one before it. */
export const gap = ({gap: cells}: PlannedColumn): Line =>
	cells > 0 ? [plain(' '.repeat(cells))] : [];

export const selectionMark = ({state, symbols}: View, row: Row): Span =>
	row.id === state.list.selected ? styled('accent', symbols.selected, {bold: true}) : plain(' ');

/** A row as it was drawn last, and what it was drawn of. */
interface Drawn {
	readonly ofContainer: readonly unknown[];
	readonly ofFigures: readonly unknown[];
	readonly cells: readonly DrawnCell[];
	readonly line: Line;
}

interface DrawnCell {
	readonly cell: Line;
	/** In the width of its column, with the gap before it. */
	readonly fitted: Line;
}

const drawn = new WeakMap<Container, Drawn>();

/**
 * The row of a container; the same line while it says the same. New figures come every second, and
 * most say what those before them said.
 */
export const containerLine = (
	view: View,
	row: ContainerRow,
	plan: readonly PlannedColumn[],
): Line => {
	const {state, symbols} = view;
	const container = state.containers.byKey.get(row.id);
	if (container === undefined) return [];
	const usages = state.list.frozen?.usages ?? state.usages;
	const usage = usages.get(row.id);
	const task = state.tasks.get(row.id);
	const isOld = isUsageStale(state, usage);
	const isSelected = row.id === state.list.selected;
	const isMarked = state.list.marked.has(row.id);
	const ofContainer = [container, row, task, isOld, isSelected, isMarked, plan, symbols];
	const cpus = state.host?.cpus ?? state.engine?.cpus;
	const ofFigures = [usage, view.history, state.list.frozen, cpus];

	const known = drawn.get(container);
	const before = known && isEqual(known.ofContainer, ofContainer) ? known : undefined;
	const hasSameFigures = before !== undefined && isEqual(before.ofFigures, ofFigures);
	const cells = plan.map((planned, index): DrawnCell => {
		const column = columnById.get(planned.id);
		const shown = before?.cells[index];
		if (column === undefined || (shown && isStill(column, hasSameFigures))) return shown ?? empty;
		const cell = column.cell({row, container, usage, task, view, width: planned.width});
		if (shown !== undefined && isSameLine(shown.cell, cell)) return shown;
		const faded = fadeIf(isOld && planned.id !== 'name', cell);
		const fitted = fitLine(faded, planned.width, column.align, symbols.ellipsis);
		return {cell, fitted: [...gap(planned), ...fitted]};
	});
	const isSame = before !== undefined && isEqual(before.cells, cells);
	const line = isSame
		? before.line
		: [
				selectionMark(view, row),
				stateMark(container, symbols),
				plain(' '),
				task ? styled('warn', symbols.wait.slice(0, 1)) : healthMark(container, symbols),
				isMarked ? styled('pause', symbols.marked, {bold: true}) : plain(' '),
				...cells.flatMap(({fitted}) => fitted),
			];
	drawn.set(container, {ofContainer, ofFigures, cells, line});
	return line;
};

const isStill = ({changesWith}: Column, hasSameFigures: boolean): boolean =>
	changesWith === 'container' || (changesWith === 'figures' && hasSameFigures);

const isEqual = (some: readonly unknown[], others: readonly unknown[]): boolean =>
	some.every((value, index) => value === others[index]);

const empty: DrawnCell = {cell: [], fitted: []};
