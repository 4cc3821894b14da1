import {
	type ContainerGroup,
	emptyGroup,
	groupContainers,
	type ListedContainer,
	renewGroup,
} from '../model/container-groups.ts';
import {figureOf} from '../model/figures.ts';
import type {Grouping} from '../model/grouping.ts';
import type {ContainerKey} from '../model/ids.ts';
import {hasSameItems} from '../model/same.ts';
import type {GroupOrder} from '../model/sort.ts';
import {sortGroups} from '../model/sort.ts';
import {type ChangedGroups, changedGroups} from './changed-groups.ts';
import type {ContainerMap} from './container-map.ts';
import type {State} from './state.ts';

/**
 * The order of all containers by what is known now. A group in which nothing changed its place
 * keeps its array, and the whole order is the same one when nothing moved at all.
 */
export const sortList = (state: State): readonly GroupOrder[] => {
	const {order: before, sort, ranks, grouping} = state.list;
	const inputs = [before, sort, ranks, groupsOf(state)];
	if (latest?.every((input, index) => input === inputs[index])) return before;
	const known = new Map(before.map(each => [each.group, each]));
	const sorted = sortGroups(groupsOf(state), ranks, sort, grouping).map(now => {
		const then = known.get(now.group);
		return then !== undefined && hasSameKeys(then, now) ? then : now;
	});
	const isSame = hasSameItems(before, sorted);
	const order = isSame ? before : sorted;
	latest = [order, ...inputs.slice(1)];
	return order;
};

/** What the latest order was made of; it is asked for at least once a second. */
let latest: readonly unknown[] | undefined;

/** Grouped once for each version of the list. Some fields are known only of an inspect. */
export const groupsOf = ({containers, list}: State): readonly ContainerGroup[] => {
	const {sort, grouping} = list;
	const map = figureOf(sort.field).from === 'details' ? containers.byKey : containers.listed;
	if (latestGrouping !== grouping) forget(grouping);
	const known = grouped.get(map);
	if (known !== undefined) return known;
	const changed = changedGroups(map, latestMap, grouping);
	latestGroups = changed === undefined ? groupAnew(map, grouping) : renewGroups(changed, grouping);
	latestMap = map;
	grouped.set(map, latestGroups);
	return latestGroups;
};

/** A group of which nothing changed stays as it is, and with it its order. */
let latestGroups: readonly ContainerGroup[] = [];
let latestMap: ContainerMap | undefined;
let latestGrouping: Grouping | undefined;
let grouped = new WeakMap<ContainerMap, readonly ContainerGroup[]>();

const forget = (grouping: Grouping): void => {
	latestGroups = [];
	latestMap = undefined;
	latestGrouping = grouping;
	grouped = new WeakMap();
};

const groupAnew = (map: ContainerMap, grouping: Grouping): readonly ContainerGroup[] => {
	const before = new Map(latestGroups.map(group => [group.name, group]));
	return groupContainers(map, grouping).map(group => {
		const then = before.get(group.name);
		return then !== undefined && isSameGroup(then, group) ? then : group;
	});
};

const renewGroups = (changed: ChangedGroups, grouping: Grouping): readonly ContainerGroup[] => {
	const known = new Set(latestGroups.map(({name}) => name));
	const added = [...changed.keys()].filter(name => !known.has(name)).map(emptyGroup);
	return [...latestGroups, ...added]
		.map(group => {
			const changes = changed.get(group.name);
			return changes === undefined ? group : renewGroup(group, changes, grouping);
		})
		.filter(({running, stopped}) => running.length > 0 || stopped.length > 0);
};

const isSameGroup = (some: ContainerGroup, other: ContainerGroup): boolean =>
	hasSame(some.running, other.running) && hasSame(some.stopped, other.stopped);

const hasSame = (some: readonly ListedContainer[], others: readonly ListedContainer[]): boolean =>
	some.length === others.length &&
	some.every(({container}, index) => container === others[index]?.container);

const hasSameKeys = ({keys: some}: GroupOrder, {keys: others}: GroupOrder): boolean => {
	if (some === others || equals.get(others) === some) return true;
	const isSame = hasSameItems(some, others);
	if (isSame) equals.set(others, some);
	return isSame;
};

/** Arrays that were found to be equal: they are compared every second, and may be long. */
const equals = new WeakMap<readonly ContainerKey[], readonly ContainerKey[]>();
