import type {ContainerKey} from '../../model/ids.ts';
import type {Action} from '../../store/action.ts';
import {selectRows} from '../../store/select-rows.ts';
import type {State} from '../../store/state.ts';
import {after, toList} from './way-to.ts';

type Actions = readonly Action[];

/** What brings the row of a container into the list, whatever hides it. Nothing where it has gone. */
export const revealContainer = (state: State, key: ContainerKey): Actions =>
	state.containers.byKey.has(key) ? [...toList(state), {type: 'list/revealed', key}] : [];

/** The same for a heading, which is in the list unless it has gone meanwhile. */
export const revealGroup = (state: State, id: string): Actions => {
	const way = toList(state);
	const rows = selectRows(after(state, way));
	const index = rows.findIndex(row => row.id === id);
	const row = rows[index];
	return row === undefined ? [] : [...way, {type: 'selection/moved', row: row.id, index}];
};
