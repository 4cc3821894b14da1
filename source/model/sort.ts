import type {Container} from './container.ts';
import {type ContainerGroup, groupContainers, type ListedContainer} from './container-groups.ts';
import {type FigureId, figureOf, figures} from './figures.ts';
import {byProject, type Grouping, groupRank} from './grouping.ts';
import type {ContainerKey} from './ids.ts';
import {refKey} from './ids.ts';
import {mergeKeys, type Ranked, type Sorted} from './merge-sorted.ts';
import type {ContainerUsage} from './stats-sample.ts';

export type SortField = FigureId;
export const sortFields = Object.keys(figures) as readonly SortField[];

export interface Sort {
	readonly field: SortField;
	readonly descending: boolean;
}

/** The direction a field is first shown in: names from a to z, figures from the largest. */
export const naturalSort = (field: SortField): Sort => ({
	field,
	descending: figureOf(field).ascends !== true,
});

/** By what a container is sorted where samples tell it: its figure, smoothed (`smooth.ts`). */
export type Ranks = ReadonlyMap<ContainerKey, number>;
/** `memory`, or `memory:asc` against the direction it is first shown in; undefined for what is no field. */
export const parseSort = (text: string): Sort | undefined => {
	const [, name, direction] = /^([a-z-]+)(?::(asc|desc))?$/.exec(text) ?? [];
	const field = sortFields.find(each => each === name);
	if (field === undefined) return undefined;
	return direction === undefined ? naturalSort(field) : {field, descending: direction === 'desc'};
};

/** What `parseSort` reads. */
export const sortText = ({field, descending}: Sort): string =>
	naturalSort(field).descending === descending ? field : `${field}:${descending ? 'desc' : 'asc'}`;

/** Comes last in the direction in which the field is first shown. */
const unknownOf = ({field}: Sort): number =>
	figureOf(field).ascends ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;

/**
 * A figure in steps so large that a difference is worth a change of places: idle containers, whose
 * figures flutter below one step, stay in the order of their names.
 */
const figureIn = (container: Container, rank: number | undefined, sort: Sort): number | string => {
	const {from, read, step = 1} = figureOf(sort.field);
	if (from !== 'usage') return read(container, undefined) ?? unknownOf(sort);
	return rank === undefined ? unknownOf(sort) : Math.round(rank / step);
};

/** The containers of one group in the order they are shown; '' are those that belong to none. */
export interface GroupOrder {
	readonly group: string;
	readonly keys: readonly ContainerKey[];
}

/** All containers by project in the order they are shown, see `sortGroups`. */
export const sortContainers = (
	containers: Iterable<Container>,
	usages: ReadonlyMap<ContainerKey, ContainerUsage>,
	sort: Sort,
	grouping: Grouping = byProject,
): readonly ContainerKey[] => {
	const keyed = [...containers].map(each => [refKey(each.ref), each] as const);
	const {read} = figureOf(sort.field);
	const ranks = keyed.flatMap(([key, container]): readonly (readonly [ContainerKey, number])[] => {
		const value = read(container, usages.get(key));
		return typeof value === 'number' ? [[key, value]] : [];
	});
	const groups = groupContainers(keyed, grouping);
	return sortGroups(groups, new Map(ranks), sort, grouping).flatMap(({keys}) => keys);
};

/**
 * Groups by the sum of what is sorted by, those without one last, and inside each the containers. Ties
 * fall back to the name and the id, so the order is total and does not flutter.
 */
export const sortGroups = (
	groups: readonly ContainerGroup[],
	ranks: Ranks,
	sort: Sort,
	grouping: Grouping,
): readonly GroupOrder[] => {
	const compare = comparison(sort);
	return groups
		.map(group => sortGroup(group, ranks, sort, groupRank(group.name, grouping)))
		.toSorted((a, b) => a.rank - b.rank || compare(a, b))
		.map(({name, keys}) => ({group: name, keys}));
};

interface SortedGroup {
	readonly name: string;
	readonly key: '';
	readonly rank: number;
	readonly figure: number | string;
	readonly keys: readonly ContainerKey[];
}

const sortGroup = (group: ContainerGroup, ranks: Ranks, sort: Sort, rank: number): SortedGroup => {
	const running = toSorted(group.running, ranks, sort);
	const stopped = sortedStopped(group.stopped, sort);
	const keys = mergeKeys(running, stopped, comparison(sort));
	const [first] = keys;
	const leading = [running, stopped].find(({keys: [key]}) => key !== undefined && key === first);
	return {
		name: group.name,
		key: '',
		rank,
		figure: figureOf(sort.field).isSummed
			? running.total + stopped.total
			: (leading?.entries[0]?.figure ?? 0),
		keys,
	};
};

const toSorted = (containers: readonly ListedContainer[], ranks: Ranks, sort: Sort): Sorted => {
	const entries = containers
		.map(({key, name, container}): Ranked => {
			return {key, name, figure: figureIn(container, ranks.get(key), sort)};
		})
		.sort(comparison(sort));
	return {
		entries,
		keys: entries.map(({key}) => key),
		total: entries.reduce((total, {figure}) => total + (known(figure) ? figure : 0), 0),
	};
};

const known = (figure: number | string): figure is number =>
	typeof figure === 'number' && figure > 0 && figure < Number.POSITIVE_INFINITY;

/** What has stopped has no figures: it is sorted once for as long as it is the same containers. */
const sortedStopped = (stopped: readonly ListedContainer[], sort: Sort): Sorted => {
	const before = stoppedOrders.get(stopped);
	if (before?.sort.field === sort.field && before.sort.descending === sort.descending) {
		return before.sorted;
	}
	const sorted = toSorted(stopped, noRanks, sort);
	stoppedOrders.set(stopped, {sort, sorted});
	return sorted;
};

const noRanks: Ranks = new Map();
const stoppedOrders = new WeakMap<
	readonly ListedContainer[],
	{readonly sort: Sort; readonly sorted: Sorted}
>();

interface Comparable {
	readonly name: string;
	readonly figure: number | string;
	readonly key: string;
}

const comparison =
	(sort: Sort) =>
	(a: Comparable, b: Comparable): number => {
		const direction = sort.descending ? -1 : 1;
		const byName = inOrder(a.name, b.name) || inOrder(a.key, b.key);
		if (sort.field === 'name') return byName * direction;
		return compareFigures(a.figure, b.figure) * direction || byName;
	};

/** A text and the infinite number that stands for no text: the text is less. */
const compareFigures = (a: number | string, b: number | string): number =>
	typeof a === typeof b ? inOrder(a, b) : typeof a === 'string' ? -1 : 1;

const inOrder = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : Number(a > b));
