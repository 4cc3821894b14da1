import {isUp} from '../../model/container.ts';
import {displayName} from '../../model/container-facts.ts';
import type {ContainerKey} from '../../model/ids.ts';
import {projectOf} from '../../model/project-containers.ts';
import type {Action} from '../../store/action.ts';
import {selectRows} from '../../store/select-rows.ts';
import type {GroupId, State} from '../../store/state.ts';
import {after, toList} from './way-to.ts';

/**
 * What brings the row of a container into the list: whatever hides it is taken away. Nothing where it
 * has gone.
 */
export const revealContainer = (state: State, key: ContainerKey): readonly Action[] => {
	const container = state.containers.byKey.get(key);
	if (container === undefined) return [];
	const {list} = state;
	const project = projectOf(container);
	const groups: readonly GroupId[] = [
		`project:${project}`,
		`service:${project}/${displayName(container, false)}`,
	];
	return withSelection(state, key, [
		...(list.showsStopped || isUp(container) ? [] : [{type: 'list/stopped-toggled'} as const]),
		...(list.filter.matches(container) ? [] : [{type: 'list/filtered', text: ''} as const]),
		...groups
			.filter(group => list.folded.has(group))
			.map(group => ({type: 'list/folded', group}) as const),
	]);
};

/** The same for a heading, which is in the list unless it has gone meanwhile. */
export const revealGroup = (state: State, id: string): readonly Action[] =>
	withSelection(state, id, []);

const withSelection = (state: State, id: string, actions: readonly Action[]): readonly Action[] => {
	const way = [...toList(state), ...actions];
	const rows = selectRows(after(state, way));
	const index = rows.findIndex(row => row.id === id);
	const row = rows[index];
	return row === undefined ? [] : [...way, {type: 'selection/moved', row: row.id, index}];
};
