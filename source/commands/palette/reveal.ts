import {isUp} from '../../model/container.ts';
import type {ContainerKey} from '../../model/ids.ts';
import type {Action} from '../../store/action.ts';
import {selectRows, selectShown} from '../../store/select-rows.ts';
import type {State} from '../../store/state.ts';
import {after, toList} from './way-to.ts';

type Actions = readonly Action[];

/**
 * What brings the row of a container into the list: whatever hides it is taken away, and nothing else.
 * Nothing where it has gone.
 */
export const revealContainer = (state: State, key: ContainerKey): Actions => {
	const container = state.containers.byKey.get(key);
	if (container === undefined) return [];
	const isStopped = !(state.list.showsStopped || isUp(container));
	const withStopped: Actions = isStopped ? [{type: 'list/stopped-toggled'}] : [];
	const isShown = selectShown(after(state, withStopped)).includes(key);
	const unfiltered: Actions = isShown
		? withStopped
		: [...withStopped, {type: 'list/filtered', text: ''}];
	return withSelection(state, key, [...unfiltered, ...unfolding(after(state, unfiltered), key)]);
};

/** The same for a heading, which is in the list unless it has gone meanwhile. */
export const revealGroup = (state: State, id: string): Actions => withSelection(state, id, []);

/** Opens the headings that the container is folded into, the outer one first. */
const unfolding = (state: State, key: ContainerKey): Actions => {
	const folded = selectRows(state).find(
		row => row.kind !== 'container' && row.isFolded && row.keys.includes(key),
	);
	if (folded === undefined || folded.kind === 'container') return [];
	const open: Action = {type: 'list/folded', group: folded.id};
	return [open, ...unfolding(after(state, [open]), key)];
};

const withSelection = (state: State, id: string, actions: Actions): Actions => {
	const way = [...toList(state), ...actions];
	const rows = selectRows(after(state, way));
	const index = rows.findIndex(row => row.id === id);
	const row = rows[index];
	return row === undefined ? [] : [...way, {type: 'selection/moved', row: row.id, index}];
};
