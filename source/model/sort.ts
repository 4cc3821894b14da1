import type {Container} from './container.ts';
import {isRunning} from './container.ts';
import type {ContainerKey} from './ids.ts';
import {refKey} from './ids.ts';
import {mergeKeys, type Ranked, type Sorted} from './merge-sorted.ts';
import {
	groupByProject,
	type ListedContainer,
	type ProjectContainers,
} from './project-containers.ts';
import type {ContainerUsage} from './stats-sample.ts';

export const sortFields = [
	'cpu',
	'memory',
	'name',
	'uptime',
	'state',
	'network',
	'restarts',
] as const;
export type SortField = (typeof sortFields)[number];

export interface Sort {
	readonly field: SortField;
	readonly descending: boolean;
}

/** The direction a field is first shown in: names from a to z, figures from the largest. */
export const naturalSort = (field: SortField): Sort => ({
	field,
	descending: field !== 'name' && field !== 'state',
});

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

type Usages = ReadonlyMap<ContainerKey, ContainerUsage>;

/** What needs attention first. */
const stateOrder: readonly string[] = [
	'dead',
	'restarting',
	'exited',
	'removing',
	'paused',
	'created',
	'running',
];

/** Unknown is less than anything that is known. */
const unknown = -1;

const mebibyte = 1024 * 1024;

/**
 * A figure in steps so large that a difference is worth a change of places: idle containers, whose
 * figures flutter below one step, stay in the order of their names.
 */
const coarse = (value: number | undefined, step: number): number =>
	value === undefined ? unknown : Math.round(value / step);

const figure = (
	container: Container,
	usage: ContainerUsage | undefined,
	field: SortField,
): number => {
	switch (field) {
		case 'cpu':
			return coarse(usage?.cpuPercent, 1);
		case 'memory':
			return coarse(usage?.sample.memoryUsedBytes, mebibyte);
		case 'network':
			return (usage?.netRxPerSecond ?? unknown) + (usage?.netTxPerSecond ?? 0);
		case 'uptime':
			return isRunning(container) ? -startedAt(container) : Number.NEGATIVE_INFINITY;
		case 'restarts':
			return container.details?.restartCount ?? unknown;
		case 'state':
			return container.health.kind === 'unhealthy' ? -1 : stateOrder.indexOf(container.state);
		case 'name':
			return 0;
	}
};

const startedAt = (container: Container): number =>
	container.details?.startedAtMillis ?? container.createdAtMillis ?? Number.POSITIVE_INFINITY;

/** Figures that make sense as a sum; of the others the first container speaks for its project. */
const additive: ReadonlySet<SortField> = new Set(['cpu', 'memory', 'network', 'restarts']);

/** The containers of one project in the order they are shown; '' are those without one. */
export interface ProjectOrder {
	readonly project: string;
	readonly keys: readonly ContainerKey[];
}

/** All containers in the order they are shown, see `sortProjects`. */
export const sortContainers = (
	containers: Iterable<Container>,
	usages: Usages,
	sort: Sort,
): readonly ContainerKey[] =>
	sortProjects(groupByProject(withKeys(containers)), usages, sort).flatMap(({keys}) => keys);

const withKeys = (
	containers: Iterable<Container>,
): readonly (readonly [ContainerKey, Container])[] =>
	[...containers].map(container => [refKey(container.ref), container]);

/**
 * Projects by the sum of what is sorted by, the containers without a project last, and inside each
 * the containers. Ties fall back to the name and the id, so the order is total and does not flutter.
 */
export const sortProjects = (
	projects: readonly ProjectContainers[],
	usages: Usages,
	sort: Sort,
): readonly ProjectOrder[] => {
	const compare = comparison(sort);
	return projects
		.map(project => sortProject(project, usages, sort))
		.toSorted((a, b) => Number(a.isLast) - Number(b.isLast) || compare(a, b))
		.map(({name, keys}) => ({project: name, keys}));
};

interface SortedProject {
	readonly name: string;
	readonly key: '';
	readonly isLast: boolean;
	readonly figure: number;
	readonly keys: readonly ContainerKey[];
}

const sortProject = (project: ProjectContainers, usages: Usages, sort: Sort): SortedProject => {
	const running = toSorted(project.running, usages, sort);
	const stopped = sortedStopped(project.stopped, sort);
	const keys = mergeKeys(running, stopped, comparison(sort));
	const [first] = keys;
	const leading = [running, stopped].find(({keys: [key]}) => key !== undefined && key === first);
	return {
		name: project.name,
		key: '',
		isLast: project.name === '',
		figure: additive.has(sort.field)
			? running.total + stopped.total
			: (leading?.entries[0]?.figure ?? 0),
		keys,
	};
};

const toSorted = (containers: readonly ListedContainer[], usages: Usages, sort: Sort): Sorted => {
	const entries = containers
		.map(({key, name, container}): Ranked => {
			return {key, name, figure: figure(container, usages.get(key), sort.field)};
		})
		.sort(comparison(sort));
	return {
		entries,
		keys: entries.map(({key}) => key),
		total: entries.reduce((total, entry) => total + Math.max(0, entry.figure), 0),
	};
};

/** What has stopped has no figures: it is sorted once for as long as it is the same containers. */
const sortedStopped = (stopped: readonly ListedContainer[], sort: Sort): Sorted => {
	const known = stoppedOrders.get(stopped);
	if (known?.sort.field === sort.field && known.sort.descending === sort.descending) {
		return known.sorted;
	}
	const sorted = toSorted(stopped, noUsages, sort);
	stoppedOrders.set(stopped, {sort, sorted});
	return sorted;
};

const noUsages: Usages = new Map();
const stoppedOrders = new WeakMap<
	readonly ListedContainer[],
	{readonly sort: Sort; readonly sorted: Sorted}
>();

interface Comparable {
	readonly name: string;
	readonly figure: number;
	readonly key: string;
}

const comparison =
	(sort: Sort) =>
	(a: Comparable, b: Comparable): number => {
		const direction = sort.descending ? -1 : 1;
		const byName = inOrder(a.name, b.name) || inOrder(a.key, b.key);
		if (sort.field === 'name') return byName * direction;
		return inOrder(a.figure, b.figure) * direction || byName;
	};

const inOrder = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : Number(a > b));
