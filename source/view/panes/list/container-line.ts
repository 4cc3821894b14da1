import type {PlannedColumn} from '../../../format/columns.ts';
import {fitLine} from '../../../format/line.ts';
import {isSameLine} from '../../../format/same-line.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import type {Container} from '../../../model/container.ts';
import {hasSameItems} from '../../../model/same.ts';
import type {ContainerUsage} from '../../../model/stats-sample.ts';
import type {Task} from '../../../store/act/act-state.ts';
import type {History} from '../../../store/history.ts';
import type {ContainerRow, Row} from '../../../store/select-rows.ts';
import {isUsageStale} from '../../../store/select-stale.ts';
import type {State} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {fadeIf} from '../../widgets/fade.ts';
import {plain, styled} from '../../widgets/spans.ts';
import type {Cell} from './cells.ts';
import type {PlacedColumn} from './chosen-columns.ts';
import type {Column} from './columns.ts';
import {healthMark, stateMark} from './marks.ts';

/** Between a column and the one before it. */
export const gap = ({gap: cells}: PlannedColumn): Line =>
	cells > 0 ? [plain(' '.repeat(cells))] : [];

export const selectionMark = ({state, symbols}: View, row: Row): Span =>
	row.id === state.list.selected ? styled('accent', symbols.selected, {bold: true}) : plain(' ');

/** A row as it was drawn last, and what it was drawn of. */
interface Drawn {
	readonly look: Look;
	readonly figures: Figures;
	readonly cells: readonly DrawnCell[];
	readonly line: Line;
}

/** What, when it is another one, makes all of the row anew. */
interface Look {
	readonly row: ContainerRow;
	readonly task: Task | undefined;
	readonly isOld: boolean;
	readonly isSelected: boolean;
	readonly isMarked: boolean;
	readonly plan: readonly PlacedColumn[];
	readonly symbols: Symbols;
}

/** What figures are drawn from. Not the state itself, which would live on with its rows. */
interface Figures {
	readonly usage: ContainerUsage | undefined;
	readonly history: History;
	readonly frozen: State['list']['frozen'];
	readonly cpus: number | undefined;
}

interface DrawnCell {
	readonly gist: string | undefined;
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
	plan: readonly PlacedColumn[],
): Line => {
	const {state, symbols} = view;
	const {list} = state;
	const container = state.containers.byKey.get(row.id);
	if (container === undefined) return [];
	const usage = (list.frozen?.usages ?? state.usages).get(row.id);
	const task = state.tasks.get(row.id);
	const isOld = isUsageStale(state, usage);
	const isSelected = row.id === list.selected;
	const isMarked = list.marked.has(row.id);
	const look = {row, task, isOld, isSelected, isMarked, plan, symbols};
	const cpus = state.host?.cpus ?? state.engine?.cpus;
	const figures = {usage, history: view.history, frozen: list.frozen, cpus};

	const known = drawn.get(container);
	const before = known !== undefined && isSameLook(known.look, look) ? known : undefined;
	const isStill = before !== undefined && isSameFigures(before.figures, figures);
	const cells = plan.map((placed, index): DrawnCell => {
		const shown = before?.cells[index];
		return shown !== undefined && isKept(placed.column, isStill)
			? shown
			: drawCell({row, container, usage, task, view, width: placed.width}, placed, isOld, shown);
	});
	const line =
		before !== undefined && hasSameItems(before.cells, cells)
			? before.line
			: [...signs(view, container, look), ...cells.flatMap(({fitted}) => fitted)];
	drawn.set(container, {look, figures, cells, line});
	return line;
};

const signs = (view: View, container: Container, {row, task, isMarked, symbols}: Look): Line => [
	selectionMark(view, row),
	stateMark(container, symbols),
	plain(' '),
	task ? styled('warn', symbols.wait.slice(0, 1)) : healthMark(container, symbols),
	isMarked ? styled('pause', symbols.marked, {bold: true}) : plain(' '),
];

/** The cell that was shown, where it says the same. */
const drawCell = (
	cell: Cell,
	placed: PlacedColumn,
	isOld: boolean,
	shown: DrawnCell | undefined,
): DrawnCell => {
	const {column, width} = placed;
	const gist = column.gist?.(cell);
	if (shown !== undefined && gist !== undefined && gist === shown.gist) return shown;
	const line = column.cell(cell);
	if (shown !== undefined && isSameLine(shown.cell, line)) return shown;
	const faded = fadeIf(isOld && placed.id !== 'name', line);
	const fitted = fitLine(faded, width, column.align, cell.view.symbols.ellipsis);
	return {gist, cell: line, fitted: [...gap(placed), ...fitted]};
};

const isKept = ({changesWith}: Column, isStill: boolean): boolean =>
	changesWith === 'container' || (changesWith === 'figures' && isStill);

const isSameLook = (some: Look, other: Look): boolean =>
	some.row === other.row &&
	some.task === other.task &&
	some.isOld === other.isOld &&
	some.isSelected === other.isSelected &&
	some.isMarked === other.isMarked &&
	some.plan === other.plan &&
	some.symbols === other.symbols;

const isSameFigures = (some: Figures, other: Figures): boolean =>
	some.usage === other.usage &&
	some.history === other.history &&
	some.frozen === other.frozen &&
	some.cpus === other.cpus;
