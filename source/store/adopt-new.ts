import {groupOf} from '../model/grouping.ts';
import type {ContainerKey} from '../model/ids.ts';
import type {GroupOrder} from '../model/sort.ts';
import type {State} from './state.ts';

/**
 * New containers at the end of their group and new groups at the end of the list, without moving
 * what is on the screen; the gone ones out. The same order when none came or went.
 */
export const adoptNew = (state: State): readonly GroupOrder[] => {
	const {containers, list} = state;
	const {byKey} = containers;
	const kept = list.order.map((each): GroupOrder => {
		const keys = each.keys.filter(key => byKey.has(key));
		return keys.length === each.keys.length ? each : {...each, keys};
	});
	const isComplete = count(kept) === byKey.size;
	if (isComplete && kept.every((each, index) => each === list.order[index])) {
		return list.order;
	}
	const groups = new Map(kept.map(({group, keys}) => [group, keys]));
	if (!isComplete) {
		for (const [group, added] of addedTo(kept, state)) {
			groups.set(group, [...(groups.get(group) ?? []), ...added]);
		}
	}
	return [...groups].filter(([, keys]) => keys.length > 0).map(([group, keys]) => ({group, keys}));
};

const count = (order: readonly GroupOrder[]): number =>
	order.reduce((sum, {keys}) => sum + keys.length, 0);

/** By group, in the order of the engine's list. */
const addedTo = (
	order: readonly GroupOrder[],
	{containers: {byKey}, list: {grouping}}: State,
): ReadonlyMap<string, readonly ContainerKey[]> => {
	const known = new Set(order.flatMap(({keys}) => keys));
	const added = new Map<string, ContainerKey[]>();
	for (const [key, container] of byKey) {
		if (known.has(key)) continue;
		const group = groupOf(container, grouping);
		const keys = added.get(group) ?? [];
		added.set(group, keys);
		keys.push(key);
	}
	return added;
};
