import type {Filter} from '../model/filter.ts';
import type {ContainerKey} from '../model/ids.ts';
import type {State} from './state.ts';

/** Another filter is asked at once. */
export const filterAnew = (state: State, filter: Filter): State => {
	const {passing: _, ...list} = state.list;
	const filtered = {...state, list: {...list, filter}};
	return filter.needsFigures
		? {...filtered, list: {...filtered.list, passing: passingOf(filtered)}}
		: filtered;
};

/**
 * When the list is ordered, a filter that needs figures is asked again: not with every sample, or rows
 * would come and go. The same state where the answer is the same, and where nobody asks for figures.
 */
export const filterAgain = (state: State): State => {
	const {passing: before, filter} = state.list;
	if (!filter.needsFigures) return state;
	const passing = passingOf(state);
	const isSame = before?.size === passing.size && [...passing].every(key => before.has(key));
	return isSame ? state : {...state, list: {...state.list, passing}};
};

const passingOf = ({containers, usages, list}: State): ReadonlySet<ContainerKey> => {
	const {filter, passing: before, frozen} = list;
	const figures = frozen?.usages ?? usages;
	const passing = new Set<ContainerKey>();
	for (const [key, container] of containers.byKey) {
		if (filter.matches(container, figures.get(key), before?.has(key) ?? false)) passing.add(key);
	}
	return passing;
};
