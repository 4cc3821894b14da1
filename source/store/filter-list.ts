import type {Container} from '../model/container.ts';
import type {Filter} from '../model/filter.ts';
import type {ContainerKey} from '../model/ids.ts';
import {known} from '../model/known.ts';
import type {ListState, State} from './state.ts';

type Passing = NonNullable<ListState['passing']>;

/** Another filter is asked at once. */
export const filterAnew = (state: State, filter: Filter): State => {
	const {passing: _, ...list} = state.list;
	const filtered: State = {...state, list: {...list, filter}};
	return {...filtered, list: {...filtered.list, ...known('passing', passingOf(filtered))}};
};

/**
 * When the list is ordered, a filter that compares figures is asked again: not with every sample, or rows
 * would come and go. The same state where the answer is the same, and where nobody asks for figures.
 */
export const filterAgain = (state: State): State => {
	const {passing: before} = state.list;
	const passing = passingOf(state);
	return passing === before || passing === undefined
		? state
		: {...state, list: {...state.list, passing}};
};

/** Undefined for a filter that needs nothing. */
const passingOf = (state: State): Passing | undefined => {
	const {containers, list} = state;
	const {filter, passing: before} = list;
	if (filter.needs === undefined) return undefined;
	// Thousands may have been inspected, and nothing new is known of any of them.
	const inputs = [filter, containers.byKey, before];
	const isKnown = filter.needs === 'details' && latest?.every((input, at) => input === inputs[at]);
	if (isKnown && before !== undefined) return before;
	const passing = ask(state);
	latest = [filter, containers.byKey, passing];
	return passing;
};

let latest: readonly unknown[] | undefined;

const ask = (state: State): Passing => {
	const {usages, list} = state;
	const {filter, passing: before, frozen} = list;
	const shown = frozen?.usages ?? usages;
	const passing = new Map<ContainerKey, boolean>();
	let isSame = true;
	for (const [key, container] of asked(state, shown)) {
		const wasIn = before?.get(key);
		const isIn = filter.matches(container, shown.get(key), wasIn ?? false);
		passing.set(key, isIn);
		isSame &&= isIn === wasIn;
	}
	return isSame && before?.size === passing.size ? before : passing;
};

/** An inspect may have told of any container; samples tell of those that have figures, the others have none. */
const asked = (
	{containers: {byKey}, list}: State,
	shown: State['usages'],
): Iterable<readonly [ContainerKey, Container]> =>
	list.filter.needs === 'usage'
		? [...shown.keys()].flatMap(key => {
				const container = byKey.get(key);
				return container === undefined ? [] : [[key, container] as const];
			})
		: byKey;
