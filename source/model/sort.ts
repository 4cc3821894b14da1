import type {Container} from './container.ts';
import {isRunning} from './container.ts';
import {displayName} from './container-facts.ts';
import type {ContainerKey} from './ids.ts';
import {refKey} from './ids.ts';
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

/**
 * All containers in the order they are shown: projects first, by the sum of what is sorted by, the
 * ones without a project last, and inside each the containers. Ties fall back to the name and the
 * id, so the order is total and does not flutter.
 */
export const sortContainers = (
	containers: Iterable<Container>,
	usages: Usages,
	sort: Sort,
): readonly ContainerKey[] => {
	const groups = new Map<string | undefined, Entry[]>();
	for (const container of containers) {
		const key = refKey(container.ref);
		const entry: Entry = {
			key,
			name: displayName(container, true),
			figure: figure(container, usages.get(key), sort.field),
		};
		const project = container.compose?.project;
		const group = groups.get(project);
		if (group) group.push(entry);
		else groups.set(project, [entry]);
	}
	const compare = comparison(sort);
	return [...groups]
		.map(([project, entries]) => toGroup(project, entries.toSorted(compare), sort.field))
		.toSorted((a, b) => Number(a.isLast) - Number(b.isLast) || compare(a, b))
		.flatMap(group => group.entries.map(entry => entry.key));
};

interface Entry {
	readonly key: ContainerKey;
	readonly name: string;
	readonly figure: number;
}

const toGroup = (project: string | undefined, entries: readonly Entry[], field: SortField) => ({
	key: '',
	name: project ?? '',
	isLast: project === undefined,
	figure: additive.has(field)
		? entries.reduce((total, entry) => total + Math.max(0, entry.figure), 0)
		: (entries[0]?.figure ?? 0),
	entries,
});

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
