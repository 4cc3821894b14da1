import type {Container} from './container.ts';
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

const figure = (
	container: Container,
	usage: ContainerUsage | undefined,
	field: SortField,
): number => {
	switch (field) {
		case 'cpu':
			return usage?.cpuPercent ?? -1;
		case 'memory':
			return usage?.sample.memoryUsedBytes ?? -1;
		case 'network':
			return (usage?.netRxPerSecond ?? -1) + (usage?.netTxPerSecond ?? 0);
		case 'uptime':
			return -(container.details?.startedAtMillis ?? container.createdAtMillis ?? 0);
		case 'restarts':
			return container.details?.restartCount ?? -1;
		case 'state':
			return container.health.kind === 'unhealthy' ? -1 : stateOrder.indexOf(container.state);
		case 'name':
			return 0;
	}
};

/**
 * All containers in the order they are shown: projects first, by the sum of what is sorted by, the
 * ones without a project last, and inside each the containers. Ties fall back to the name, so the
 * order is total and does not flutter.
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
		.map(([project, entries]) => ({...sum(project, entries), entries: entries.toSorted(compare)}))
		.toSorted((a, b) => Number(a.isLast) - Number(b.isLast) || compare(a, b))
		.flatMap(group => group.entries.map(entry => entry.key));
};

interface Entry {
	readonly key: ContainerKey;
	readonly name: string;
	readonly figure: number;
}

const sum = (project: string | undefined, entries: readonly Entry[]) => ({
	name: project ?? '',
	isLast: project === undefined,
	figure: entries.reduce((total, entry) => total + Math.max(0, entry.figure), 0),
});

const comparison =
	(sort: Sort) =>
	(
		a: {readonly name: string; readonly figure: number},
		b: {readonly name: string; readonly figure: number},
	) => {
		const direction = sort.descending ? -1 : 1;
		const byName = a.name < b.name ? -1 : Number(a.name > b.name);
		return sort.field === 'name' ? byName * direction : (a.figure - b.figure) * direction || byName;
	};
