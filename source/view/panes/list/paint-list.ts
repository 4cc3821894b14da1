import type {PlannedColumn} from '../../../format/columns.ts';
import {fitLine} from '../../../format/line.ts';
import type {Line, Span} from '../../../format/span.ts';
import {figureOf} from '../../../model/figures.ts';
import type {SortField} from '../../../model/sort.ts';
import type {HeadingRow} from '../../../store/select-rows.ts';
import {selectRows} from '../../../store/select-rows.ts';
import {isUsageStale} from '../../../store/select-stale.ts';
import type {State} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {columnById, markCells, planList} from './chosen-columns.ts';
import {containerLine, gap, selectionMark} from './container-line.ts';
import {windowRows} from './list-window.ts';

/** A painted row, and whether the selection is on it. */
export interface ListRow {
	readonly line: Line;
	readonly isSelected: boolean;
}

/** The rows that fit, scrolled so that the selection is among them. */
export const listRows = (view: View, width: number, height: number): readonly ListRow[] => {
	const {state} = view;
	const plan = planList(state, width);
	return windowRows(state, height).rows.map(row => ({
		line: row.kind === 'container' ? containerLine(view, row, plan) : headingLine(view, row, plan),
		isSelected: row.id === state.list.selected,
	}));
};

/** `1-11 of 40` */
export const listPosition = (state: State, height: number): string => {
	const {start, rows} = windowRows(state, height);
	if (rows.length === 0) return '';
	return `${start + 1}-${start + rows.length} of ${selectRows(state).length}`;
};

/** The line of column names; the one sorted by has an arrow. */
export const headerLine = (view: View, width: number): Line => {
	const {sort} = view.state.list;
	const arrow = sort.descending ? view.symbols.sortDown : view.symbols.sortUp;
	const cells = planList(view.state, width).flatMap(planned => {
		const column = columnById.get(planned.id);
		if (column === undefined) return [];
		const isSorted = column.sort === sort.field;
		const text = isSorted ? `${column.header}${arrow}` : column.header;
		const span = isSorted ? styled('accent', text) : styled('muted', text);
		return [
			...gap(planned),
			...fitLine([span], planned.width, column.align, view.symbols.ellipsis),
		];
	});
	return [plain(' '.repeat(markCells)), ...cells];
};

/** What a click on the names of the columns sorts by; the space behind a column belongs to it. */
export const sortFieldAt = (state: State, width: number, x: number): SortField | undefined => {
	const planned = planList(state, width).findLast(({left}) => x >= markCells + left);
	if (planned === undefined) return undefined;
	return columnById.get(planned.id)?.sort ?? drawnAs[planned.id];
};

/** Pictures of a figure that has a column of its own. */
const drawnAs: Readonly<Record<string, SortField>> = {
	...{cpuBar: 'cpu', spark: 'cpu', memoryBar: 'memory'},
};

/** Where figures stand further left there is no room for a heading beside them. */
const leastName = 12;

/** The name over the columns up to the figures; the totals under the columns they add up. */
const headingLine = (view: View, row: HeadingRow, plan: readonly PlannedColumn[]): Line => {
	const {symbols} = view;
	const fold = row.isFolded ? symbols.closed : symbols.open;
	const indent = row.kind === 'service' ? '  ' : '';
	const isComplete = row.running === row.keys.length;
	const name: Line = [
		selectionMark(view, row),
		styled('accent', `${indent}${fold} `),
		{text: row.name, style: {bold: true}},
		styled(isComplete ? 'muted' : 'warn', `  ${row.running}/${row.keys.length} up`),
		...markedCount(view, row),
	];
	const totals = totalsOf(view, row, plan);
	const isOld = row.measured.some(key => isUsageStale(view.state, view.state.usages.get(key)));
	const line: Span[] = [];
	let column = 0;
	const put = (left: number, width: number, cell: Line, align: 'left' | 'right'): void => {
		line.push(plain(' '.repeat(Math.max(0, left - column))));
		line.push(...fitLine(cell, width, align, symbols.ellipsis));
		column = left + width;
	};
	const figures = plan.filter(({id, left}) => totals.has(id) && left >= leastName);
	put(0, markCells + (figures[0]?.left ?? 0) - 1, name, 'left');
	for (const {id, left, width, align} of figures) {
		put(markCells + left, width, [styled(isOld ? 'dim' : 'muted', totals.get(id) ?? '')], align);
	}
	return line;
};

/** How many of its containers are marked; those of a closed heading are not seen. */
const markedCount = ({state, symbols}: View, {keys}: HeadingRow): Line => {
	const {marked} = state.list;
	if (marked.size === 0) return [];
	const count = keys.filter(key => marked.has(key)).length;
	return count === 0 ? [] : [styled('pause', `  ${symbols.marked}${count}`, {bold: true})];
};

/** Text by column id, of those that can be added up; unknown where no container has a figure. */
const totalsOf = (
	{state}: View,
	{measured}: HeadingRow,
	plan: readonly PlannedColumn[],
): ReadonlyMap<string, string> => {
	const usages = state.list.frozen?.usages ?? state.usages;
	const totals = new Map<string, string>();
	for (const {id} of plan) {
		const {total, sort} = columnById.get(id) ?? {};
		if (total === undefined || sort === undefined) continue;
		const {read} = figureOf(sort);
		let sum: number | undefined;
		for (const key of measured) {
			const container = state.containers.byKey.get(key);
			const value = container && read(container, usages.get(key));
			if (typeof value === 'number') sum = (sum ?? 0) + value;
		}
		totals.set(id, total(sum));
	}
	return totals;
};
