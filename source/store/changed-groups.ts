import type {Container} from '../model/container.ts';
import {type Grouping, groupOf} from '../model/grouping.ts';
import {type ContainerKey, refKey} from '../model/ids.ts';
import type {ContainerMap} from './container-map.ts';

/** By group: its containers that are others now, undefined those that are gone from it. */
export type ChangedGroups = ReadonlyMap<string, ReadonlyMap<ContainerKey, Container | undefined>>;

/** Undefined where containers came, so that nothing of before can be built upon. */
export const changedGroups = (
	now: ContainerMap,
	earlier: ContainerMap | undefined,
	grouping: Grouping,
): ChangedGroups | undefined => {
	const changes = earlier && now.changesSince(earlier);
	if (changes === undefined) return undefined;
	const changed = new Map<string, Map<ContainerKey, Container | undefined>>();
	const note = (group: string, key: ContainerKey, container: Container | undefined): void => {
		const ofGroup = changed.get(group) ?? new Map<ContainerKey, Container | undefined>();
		changed.set(group, ofGroup);
		ofGroup.set(key, container);
	};
	for (const [before, after] of changes) {
		if (before === undefined) return undefined;
		const key = refKey(before.ref);
		const group = groupOf(before, grouping);
		const next = after === undefined ? group : groupOf(after, grouping);
		note(group, key, next === group ? after : undefined);
		if (next !== group) note(next, key, after);
	}
	return changed;
};
