import type {Container} from '../model/container.ts';
import type {ContainerKey} from '../model/ids.ts';
import {hasOwnTarget, targetRow} from './page-target.ts';
import type {Row} from './select-rows.ts';
import {selectRows} from './select-rows.ts';
import type {State} from './state.ts';

/** On a screen of its own it is what the cursor stands on there. */
export const selectedRow = (state: State): Row | undefined => {
	if (hasOwnTarget(state)) return targetRow(state);
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

/**
 * What an action on the selection would act on: one container, or all of a heading. The same array
 * while it is the same.
 */
export const selectedContainers = (state: State): readonly Container[] => {
	const row = selectedRow(state);
	const {byKey} = state.containers;
	if (latest?.row !== row || latest?.byKey !== byKey) {
		const containers = selectedKeys(state).flatMap(key => byKey.get(key) ?? []);
		latest = {row, byKey, containers};
	}
	return latest.containers;
};

let latest:
	| {
			readonly row: Row | undefined;
			readonly byKey: State['containers']['byKey'];
			readonly containers: readonly Container[];
	  }
	| undefined;

/** The same as their keys. */
export const selectedKeys = (state: State): readonly ContainerKey[] => {
	const row = selectedRow(state);
	if (row === undefined) return [];
	return row.kind === 'container' ? [row.id] : row.keys;
};

/** Those of the selection that may have figures. */
export const selectedMeasured = (state: State): readonly ContainerKey[] => {
	const row = selectedRow(state);
	if (row === undefined) return [];
	return row.kind === 'container' ? [row.id] : row.measured;
};
