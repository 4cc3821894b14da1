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
	/** All of them, also those that the filter hides. */
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

/** The rows of the list from top to bottom; recomputed only when something they are made of changed. */
export const selectRows = (state: State): readonly Row[] => {
	const {order, filter, folded, showsStopped} = state.list;
	const inputs = [state.containers.byKey, order, filter, folded, showsStopped, state.tasks];
	if (memo === undefined || inputs.some((input, index) => input !== memo?.inputs[index])) {
		memo = {inputs, rows: buildRows(state)};
	}
	return memo.rows;
};

let memo: {readonly inputs: readonly unknown[]; readonly rows: readonly Row[]} | undefined;

/** The containers that are shown, in order. */
export const selectShown = (state: State): readonly Container[] =>
	inOrder(state).filter(container => isShown(state, container));

const inOrder = ({list, containers}: State): readonly Container[] =>
	list.order.flatMap(key => containers.byKey.get(key) ?? []);

/**
 * What passes the filter, and what something is being done to: a container that is restarted must
 * not leave a list of running ones, or the selection would fall on its neighbour.
 */
const isShown = ({list, tasks}: State, container: Container): boolean =>
	tasks.has(refKey(container.ref)) ||
	((list.showsStopped || isUp(container)) && list.filter.matches(container));

const buildRows = (state: State): readonly Row[] => {
	const shown = selectShown(state);
	// A machine without Compose needs no headings.
	if (!shown.some(container => container.compose)) {
		return shown.map(container => containerRow(container, false));
	}
	const projects = groupBy(shown, projectOf);
	// A heading stands for all of its containers, whatever the filter leaves of them.
	const all = groupBy(inOrder(state), projectOf);
	return [...projects].flatMap(([project, containers]) =>
		projectRows(state, project, containers, all.get(project) ?? []),
	);
};

const projectOf = (container: Container): string => container.compose?.project ?? '';
const serviceOf = (container: Container): string => displayName(container, false);

const projectRows = (
	state: State,
	project: string,
	shown: readonly Container[],
	all: readonly Container[],
): readonly Row[] => {
	const name = project || '(no project)';
	const heading = headingRow(state, 'project', `project:${project}`, name, all);
	if (heading.isFolded) return [heading];
	if (project === '') return [heading, ...shown.map(each => containerRow(each, false))];
	const services = groupBy(all, serviceOf);
	const rows = [...groupBy(shown, serviceOf)].flatMap(([service, replicas]) =>
		serviceRows(state, project, replicas, services.get(service) ?? []),
	);
	return [heading, ...rows];
};

/** A service with one container is that container; several get a heading of their own. */
const serviceRows = (
	state: State,
	project: string,
	shown: readonly Container[],
	all: readonly Container[],
): readonly Row[] => {
	const [first] = shown;
	if (first === undefined) return [];
	if (all.length === 1) return [containerRow(first, false)];
	const service = serviceOf(first);
	const heading = headingRow(state, 'service', `service:${project}/${service}`, service, all);
	return heading.isFolded ? [heading] : [heading, ...shown.map(each => containerRow(each, true))];
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

const containerRow = (container: Container, isReplica: boolean): ContainerRow => ({
	kind: 'container',
	id: refKey(container.ref),
	name: displayName(container, isReplica),
	container,
	isReplica,
});

const groupBy = (
	containers: readonly Container[],
	nameOf: (container: Container) => string,
): ReadonlyMap<string, readonly Container[]> => {
	const groups = new Map<string, Container[]>();
	for (const container of containers) {
		const group = groups.get(nameOf(container));
		if (group) group.push(container);
		else groups.set(nameOf(container), [container]);
	}
	return groups;
};
