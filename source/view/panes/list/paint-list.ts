import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import type {SortField} from '../../../model/sort.ts';
import {selectRows} from '../../../store/select-rows.ts';
import type {State} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {columnById, markCells, planList} from './chosen-columns.ts';
import {containerLine, gap} from './container-line.ts';
import {headingLine} from './heading-line.ts';
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
		const {column} = planned;
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
