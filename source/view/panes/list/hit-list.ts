import {selectingRow} from '../../../commands/select-row.ts';
import {naturalSort, type Sort} from '../../../model/sort.ts';
import {type Row, selectRows} from '../../../store/select-rows.ts';
import type {HitTest} from '../../hit.ts';
import type {View} from '../../view.ts';
import {listHeight, windowRows} from './list-window.ts';
import {sortFieldAt} from './paint-list.ts';

/**
 * A click on a row selects it, on the one that is selected opens it; on the sign of a group it folds. On
 * the name of a column the list is sorted by that, or the other way round.
 */
export const hitList: HitTest = (view, {x, y}, width, height) => {
	const {size} = view;
	const isFramed = size !== 'XS' && size !== 'S';
	const edge = isFramed ? 1 : 0;
	const header = size === 'XS' ? 0 : 1;
	const column = x - edge;
	const row = y - edge - header;
	if (column < 0 || column >= width - 2 * edge) return undefined;
	if (row < 0)
		return header === 1 && row === -1 ? hitHeader(view, column, width - 2 * edge) : undefined;
	return row < listHeight(size, height)
		? hitRow(view, column, row, listHeight(size, height))
		: undefined;
};

const hitHeader = ({state}: View, column: number, width: number): ReturnType<HitTest> => {
	const field = sortFieldAt(state, width, column);
	if (field === undefined) return undefined;
	const {sort} = state.list;
	const wanted: Sort =
		sort.field === field ? {field, descending: !sort.descending} : naturalSort(field);
	const atMillis = state.nowMillis;
	return {kind: 'dispatch', actions: [{type: 'list/sorted', sort: wanted, atMillis}]};
};

const hitRow = (
	{state}: View,
	column: number,
	place: number,
	height: number,
): ReturnType<HitTest> => {
	const index = windowRows(state, height).start + place;
	const row = selectRows(state)[index];
	if (row === undefined) return undefined;
	const first = selectingRow(row, index, state.nowMillis);
	if (row.kind !== 'container' && isFoldSign(row, column)) {
		return {kind: 'dispatch', actions: [...first, {type: 'list/folded', group: row.id}]};
	}
	const isOpened = row.id === state.list.selected && state.frame.focus === 'list';
	return isOpened ? {kind: 'command', id: 'row.open', first} : {kind: 'dispatch', actions: first};
};

/** `▾ ` behind the mark of the selection, under a project further in. */
const isFoldSign = ({kind}: Row, column: number): boolean => {
	const left = kind === 'service' ? 3 : 1;
	return column >= left && column < left + 2;
};
