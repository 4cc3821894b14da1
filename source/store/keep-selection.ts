import {selectRows} from './select-rows.ts';
import type {State} from './state.ts';

/**
 * The selection stays on its row; when that is gone, on the row that took its place. While there is
 * no row at all, as under a filter that finds nothing, it is remembered.
 */
export const keepSelection = (before: State, after: State): State => {
	const isSame =
		before.list === after.list &&
		before.containers === after.containers &&
		before.tasks === after.tasks;
	if (isSame) return after;
	const rows = selectRows(after);
	const {selected, selectedIndex} = after.list;
	const index = rows.findIndex(row => row.id === selected);
	if (index >= 0) return selectAt(after, index);
	// Nothing chosen yet: the first container, because headings have no logs of their own to show.
	const first = rows.findIndex(row => row.kind === 'container');
	const wanted = selected === undefined ? first : selectedIndex;
	return selectAt(after, Math.max(0, Math.min(wanted, rows.length - 1)));
};

const selectAt = (state: State, selectedIndex: number): State => {
	const {list} = state;
	const row = selectRows(state)[selectedIndex];
	const isSame = row?.id === list.selected && selectedIndex === list.selectedIndex;
	return row === undefined || isSame
		? state
		: {...state, list: {...list, selected: row.id, selectedIndex}};
};
