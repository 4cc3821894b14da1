import type {ContainerKey} from '../../../model/ids.ts';
import type {Row} from '../../../store/select-rows.ts';
import {selectRows} from '../../../store/select-rows.ts';
import {selectedMeasured} from '../../../store/select-target.ts';
import type {State} from '../../../store/state.ts';
import type {Layout, SizeClass} from '../../frame/layout.ts';
import {windowStart} from '../../widgets/window.ts';

/** Rows of containers in a list pane of this height: without its edges and column names. */
export const listHeight = (size: SizeClass, height: number): number => {
	if (size === 'XS') return height;
	return size === 'S' ? height - 1 : height - 3;
};

/** Cells of its rows in a pane of this width. */
export const listCells = (size: SizeClass, width: number): number =>
	size === 'XS' || size === 'S' ? width : width - 2;

/**
 * The rows that fit, scrolled so that the selection is among them; those at the top as long as nobody has
 * touched the list, so that it does not run after a row that nobody chose.
 */
export const windowRows = (
	state: State,
	height: number,
): {readonly start: number; readonly rows: readonly Row[]} => {
	const rows = selectRows(state);
	const {selectedIndex, isTouched} = state.list;
	const start = isTouched ? windowStart(selectedIndex, rows.length, height) : 0;
	return {start, rows: rows.slice(start, start + Math.max(0, height))};
};

/** What the user is looking at: the containers whose rows are seen, then what is selected. */
export const keysInView = (state: State, {size, list}: Layout): readonly ContainerKey[] => {
	const rows = list === undefined ? [] : windowRows(state, listHeight(size, list.height)).rows;
	return [
		...rows.flatMap(row => (row.kind === 'container' ? [row.id] : [])),
		// Of a heading those that are measured: it may stand for thousands that have stopped.
		...selectedMeasured(state),
	];
};
