import type {Container} from '../model/container.ts';
import type {Row} from './select-rows.ts';
import {selectRows} from './select-rows.ts';
import type {State} from './state.ts';

export const selectedRow = (state: State): Row | undefined => {
	const {selected, selectedIndex} = state.list;
	const rows = selectRows(state);
	const row = rows[selectedIndex];
	return row?.id === selected ? row : rows.find(each => each.id === selected);
};

/** The container under the selection; undefined on a heading. */
export const selectedContainer = (state: State): Container | undefined => {
	const row = selectedRow(state);
	return row?.kind === 'container' ? state.containers.byKey.get(row.id) : undefined;
};

/** What an action on the selection would act on: one container, or all of a heading. */
export const selectedContainers = (state: State): readonly Container[] => {
	const row = selectedRow(state);
	if (row === undefined) return [];
	return row.kind === 'container' ? [row.container] : row.containers;
};
