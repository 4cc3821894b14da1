import {isUp} from '../model/container.ts';
import {parseFilter} from '../model/filter.ts';
import type {ContainerKey} from '../model/ids.ts';
import {filterAnew} from './filter-list.ts';
import {selectRows} from './select-rows.ts';
import type {GroupId, State} from './state.ts';

/** A service within a project. */
const deepest = 2;

/** Selects the container in the list; what hides it there is taken away. The same state where it is gone. */
export const reveal = (state: State, key: ContainerKey): State => {
	const container = state.containers.byKey.get(key);
	if (container === undefined) return state;
	const {list} = state;
	// As in the list: figures were asked when it was ordered last.
	const passes = list.passing?.get(key) ?? list.filter.matches(container);
	const filtered = passes ? state : filterAnew(state, parseFilter(''));
	const showsStopped = list.showsStopped || !isUp(container);
	let next: State = {...filtered, list: {...filtered.list, showsStopped, isSettled: true}};
	for (let depth = 0; depth < deepest && indexOf(next, key) < 0; depth++) {
		next = {...next, list: {...next.list, folded: unfolded(next, key)}};
	}
	const selectedIndex = indexOf(next, key);
	if (selectedIndex < 0) return state;
	return {...next, list: {...next.list, selected: key, selectedIndex, isTouched: true}};
};

const indexOf = (state: State, key: ContainerKey): number =>
	selectRows(state).findIndex(({id}) => id === key);

const unfolded = (state: State, key: ContainerKey): ReadonlySet<GroupId> => {
	const folded = new Set(state.list.folded);
	for (const row of selectRows(state)) {
		if (row.kind !== 'container' && row.isFolded && row.keys.includes(key)) folded.delete(row.id);
	}
	return folded;
};
