import type {ListedContainer} from '../model/container-groups.ts';
import {isWithin} from '../model/elapsed.ts';
import {parseFilter} from '../model/filter.ts';
import type {ContainerKey} from '../model/ids.ts';
import {known} from '../model/known.ts';
import type {Action} from './action.ts';
import {adoptNew} from './adopt-new.ts';
import {filterAgain, filterAnew} from './filter-list.ts';
import {rankAnew, rankSampled} from './rank-list.ts';
import {rememberTyped} from './remember-typed.ts';
import {reveal} from './reveal.ts';
import {groupsOf, sortList} from './sort-list.ts';
import type {GroupId, ListState, State} from './state.ts';

export const reduceList = (state: State, action: Action): State => {
	switch (action.type) {
		case 'endpoint/chosen':
			return {...state, smoothed: new Map(), list: beginAnew(state.list)};
		case 'containers/listed':
		case 'containers/relisted':
		case 'container/removed':
			return withoutGone(
				state.list.order.length === 0 ? reorder(state) : withOrder(state, adoptNew(state)),
			);
		case 'stats/sampled': {
			const ranked = settle(rankSampled(state, action.usages), action.usages[0]?.[1].atMillis);
			// What is not seen cannot contradict the order, which is made anew every two seconds.
			return action.isUnseen ? ranked : sortSampled(ranked, action);
		}
		case 'overlay/opened':
		case 'frame/focused':
			return state.list.isSettled ? state : withList(state, {isSettled: true});
		case 'list/reordered':
			return isHeld(state, action.atMillis) ? state : reorder(filterAgain(state));
		case 'list/sorted':
			return reorder(rankAnew(withList(state, {sort: action.sort})));
		case 'list/grouped':
			return reorder(withList(state, {grouping: action.grouping}));
		case 'list/columns-chosen': {
			const {columns: _, ...list} = state.list;
			return {...state, list: {...list, ...known('columns', action.columns)}};
		}
		case 'list/filtered':
			// At the start there is nothing yet that could be looked for.
			return touched(
				filterAnew(state, parseFilter(action.text)),
				state.list.selected !== undefined,
			);
		case 'list/filter-kept':
			return withList(state, {typed: rememberTyped(state.list.typed, action.text)});
		case 'list/stopped-toggled':
			return withList(state, {showsStopped: !state.list.showsStopped});
		case 'list/freeze-toggled': {
			const {frozen, ...list} = state.list;
			return frozen === undefined
				? withList(state, {frozen: {atMillis: action.atMillis, usages: state.usages}})
				: reorder({...state, list});
		}
		case 'list/folded':
			return withList(state, {folded: toggled(state.list.folded, action.group)});
		case 'list/all-folded':
			return withList(state, {folded: new Set(action.groups)});
		case 'list/marked':
			return touched(withList(state, {marked: markedWith(state.list.marked, action.keys)}));
		case 'list/unmarked':
			return withList(state, {marked: new Set()});
		case 'list/revealed':
			return reveal(state, action.key);
		case 'list/held':
			return withList(state, {heldUntilMillis: action.untilMillis});
		case 'selection/moved':
			return touched(
				withList(state, {selected: action.row, selectedIndex: action.index, isSettled: true}),
			);
		default:
			return state;
	}
};

/** More than any key asks for: what lasts longer was asked for before the clock was put back. */
const longestHoldMillis = 10_000;

/** No row moves while the user acts, looks at a frozen list or answers a dialog. */
const isHeld = (state: State, atMillis: number): boolean =>
	isWithin(state.list.heldUntilMillis - longestHoldMillis, atMillis, longestHoldMillis) ||
	state.list.frozen !== undefined ||
	state.frame.overlays.length > 0;

/** Nothing of another engine is carried over; how the user wants to see the list is. */
const beginAnew = ({selected: _, frozen: __, passing: ___, ...list}: ListState): ListState => ({
	...list,
	order: [],
	ranks: new Map(),
	marked: new Set(),
	isSettled: false,
	isTouched: false,
	selectedIndex: 0,
});

/** Sorted by the figures that are about to be shown, so that the list never contradicts itself. */
const sortSampled = (state: State, {usages}: Extract<Action, {type: 'stats/sampled'}>): State => {
	const atMillis = usages[0]?.[1].atMillis;
	return atMillis === undefined || isHeld(state, atMillis) ? state : reorder(state);
};

/** An engine that must be asked tells the figures of many containers one after the other. */
const settleWithinMillis = 2000;

/**
 * The first list has no figures to be sorted by. When they are there, or when those of some containers
 * let wait for them, the list is put in order once without waiting, and begins at its top again unless
 * the user has done something meanwhile. Later nobody expects it to.
 */
const settle = (state: State, atMillis = 0): State => {
	if (state.list.isSettled || state.list.frozen !== undefined) return state;
	const isLate = atMillis >= state.connection.sinceMillis + settleWithinMillis;
	const isMeasured = ({key, container}: ListedContainer): boolean =>
		container.state !== 'running' || state.usages.get(key)?.cpuPercent !== undefined;
	if (!isLate && !groupsOf(state).every(({running}) => running.every(isMeasured))) return state;
	const {selected: _, ...list} = state.list;
	return reorder({...state, list: {...list, isSettled: true}});
};

const markedWith = (
	marked: ReadonlySet<ContainerKey>,
	keys: readonly ContainerKey[],
): ReadonlySet<ContainerKey> => {
	const next = new Set(marked);
	const isMarked = keys.every(key => marked.has(key));
	for (const key of keys) {
		if (isMarked) next.delete(key);
		else next.add(key);
	}
	return next;
};

/** What is not there any more cannot be shown, and must not be counted. */
const withoutGone = (state: State): State => {
	const {marked} = state.list;
	const there = [...marked].filter(key => state.containers.byKey.get(key) !== undefined);
	return there.length === marked.size ? state : withList(state, {marked: new Set(there)});
};

const withList = (state: State, change: Partial<ListState>): State => ({
	...state,
	list: {...state.list, ...change},
});

const touched = (state: State, isTouched = true): State =>
	isTouched && !state.list.isTouched ? withList(state, {isTouched}) : state;

const reorder = (state: State): State => withOrder(state, sortList(state));

const withOrder = (state: State, order: ListState['order']): State =>
	order === state.list.order ? state : withList(state, {order});

const toggled = (folded: ReadonlySet<GroupId>, group: GroupId): ReadonlySet<GroupId> => {
	const next = new Set(folded);
	if (!next.delete(group)) next.add(group);
	return next;
};
