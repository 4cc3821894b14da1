import type {Container} from '../model/container.ts';
import {isUp} from '../model/container.ts';
import {displayName} from '../model/container-facts.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import type {GroupId, State} from './state.ts';

export type Row = HeadingRow | ContainerRow;

export interface HeadingRow {
	readonly kind: 'project' | 'service';
	readonly id: GroupId;
	readonly name: string;
	readonly containers: readonly Container[];
	readonly running: number;
	readonly isFolded: boolean;
}

export interface ContainerRow {
	readonly kind: 'container';
	readonly id: ContainerKey;
	readonly name: string;
	readonly container: Container;
	/** Under a service heading. */
	readonly isReplica: boolean;
}

/** The rows of the list from top to bottom; recomputed only when the list or the containers change. */
export const selectRows = (state: State): readonly Row[] => {
	const {byKey} = state.containers;
	if (memo?.byKey === byKey && memo.list === state.list) return memo.rows;
	const isSameList =
		memo?.byKey === byKey &&
		memo.list.order === state.list.order &&
		memo.list.filter === state.list.filter &&
		memo.list.folded === state.list.folded &&
		memo.list.showsStopped === state.list.showsStopped;
	const rows = isSameList && memo ? memo.rows : buildRows(state);
	memo = {byKey, list: state.list, rows};
	return rows;
};

let memo:
	| {
			readonly byKey: State['containers']['byKey'];
			readonly list: State['list'];
			readonly rows: readonly Row[];
	  }
	| undefined;

/** The containers that pass the filter, in order. */
export const selectShown = (state: State): readonly Container[] => {
	const {filter, showsStopped, order} = state.list;
	const shown: Container[] = [];
	for (const key of order) {
		const container = state.containers.byKey.get(key);
		if (container === undefined) continue;
		if (!showsStopped && !isUp(container)) continue;
		if (filter.matches(container)) shown.push(container);
	}
	return shown;
};

const buildRows = (state: State): readonly Row[] => {
	const projects = new Map<string, Container[]>();
	for (const container of selectShown(state)) {
		push(projects, container.compose?.project ?? '', container);
	}
	// A machine without Compose needs no headings.
	if (projects.size === 1 && projects.has('')) {
		return (projects.get('') ?? []).map(container => containerRow(container, false, false));
	}
	return [...projects].flatMap(([project, containers]) => projectRows(state, project, containers));
};

const projectRows = (
	state: State,
	project: string,
	containers: readonly Container[],
): readonly Row[] => {
	const heading = headingRow(
		state,
		'project',
		`project:${project}`,
		project || '(no project)',
		containers,
	);
	if (heading.isFolded) return [heading];
	if (project === '') return [heading, ...containers.map(each => containerRow(each, false, false))];
	const services = new Map<string, Container[]>();
	for (const container of containers) push(services, displayName(container, false), container);
	return [
		heading,
		...[...services].flatMap(([service, replicas]) =>
			serviceRows(state, project, service, replicas),
		),
	];
};

/** A service with one container is that container; several get a heading of their own. */
const serviceRows = (
	state: State,
	project: string,
	service: string,
	replicas: readonly Container[],
): readonly Row[] => {
	if (replicas.length === 1) return replicas.map(each => containerRow(each, false, false));
	const heading = headingRow(state, 'service', `service:${project}/${service}`, service, replicas);
	return heading.isFolded
		? [heading]
		: [heading, ...replicas.map(each => containerRow(each, true, true))];
};

const headingRow = (
	state: State,
	kind: HeadingRow['kind'],
	id: GroupId,
	name: string,
	containers: readonly Container[],
): HeadingRow => ({
	kind,
	id,
	name,
	containers,
	running: containers.filter(container => container.state === 'running').length,
	isFolded: state.list.folded.has(id),
});

const containerRow = (
	container: Container,
	withReplica: boolean,
	isReplica: boolean,
): ContainerRow => ({
	kind: 'container',
	id: refKey(container.ref),
	name: displayName(container, withReplica),
	container,
	isReplica,
});

const push = <K, V>(groups: Map<K, V[]>, key: K, value: V): void => {
	const group = groups.get(key);
	if (group) group.push(value);
	else groups.set(key, [value]);
};
