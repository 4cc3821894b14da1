import type {ContainerKey} from '../model/ids.ts';
import {
	groupByProject,
	type ListedContainer,
	type ProjectContainers,
	renewProject,
} from '../model/project-containers.ts';
import type {ProjectOrder} from '../model/sort.ts';
import {sortProjects} from '../model/sort.ts';
import {type ChangedProjects, changedProjects} from './changed-projects.ts';
import type {ContainerMap} from './container-map.ts';
import type {State} from './state.ts';

/**
 * The order of all containers by what is known now. A project in which nothing changed its place
 * keeps its array, and the whole order is the same one when nothing moved at all.
 */
export const sortList = (state: State): readonly ProjectOrder[] => {
	const {order: before, sort} = state.list;
	const inputs = [before, sort, state.usages, projectsOf(state)];
	if (latest?.every((input, index) => input === inputs[index])) return before;
	const known = new Map(before.map(each => [each.project, each]));
	const sorted = sortProjects(projectsOf(state), state.usages, sort).map(now => {
		const then = known.get(now.project);
		return then !== undefined && hasSameKeys(then, now) ? then : now;
	});
	const isSame = isSameOrder(before, sorted);
	const order = isSame ? before : sorted;
	latest = [order, ...inputs.slice(1)];
	return order;
};

/** What the latest order was made of; it is sorted anew at least once a second. */
let latest: readonly unknown[] | undefined;

/** Grouped once for each version of the list. Two fields are known only of an inspect. */
export const projectsOf = ({containers, list}: State): readonly ProjectContainers[] => {
	const {field} = list.sort;
	const map = field === 'uptime' || field === 'restarts' ? containers.byKey : containers.listed;
	const known = grouped.get(map);
	if (known !== undefined) return known;
	const changed = changedProjects(map, latestMap);
	latestProjects = changed === undefined ? groupAnew(map) : renewProjects(changed);
	latestMap = map;
	grouped.set(map, latestProjects);
	return latestProjects;
};

/** A project of which nothing changed stays as it is, and with it its order. */
let latestProjects: readonly ProjectContainers[] = [];
let latestMap: ContainerMap | undefined;

const groupAnew = (map: ContainerMap): readonly ProjectContainers[] => {
	const before = new Map(latestProjects.map(project => [project.name, project]));
	return groupByProject(map).map(project => {
		const then = before.get(project.name);
		return then !== undefined && isSameProject(then, project) ? then : project;
	});
};

const renewProjects = (changed: ChangedProjects): readonly ProjectContainers[] =>
	latestProjects
		.map(project => {
			const changes = changed.get(project.name);
			return changes === undefined ? project : renewProject(project, changes);
		})
		.filter(({running, stopped}) => running.length > 0 || stopped.length > 0);

const isSameProject = (some: ProjectContainers, other: ProjectContainers): boolean =>
	hasSame(some.running, other.running) && hasSame(some.stopped, other.stopped);

const hasSame = (some: readonly ListedContainer[], others: readonly ListedContainer[]): boolean =>
	some.length === others.length &&
	some.every(({container}, index) => container === others[index]?.container);

const grouped = new WeakMap<ContainerMap, readonly ProjectContainers[]>();

const hasSameKeys = ({keys: some}: ProjectOrder, {keys: others}: ProjectOrder): boolean => {
	if (some === others || equals.get(others) === some) return true;
	const isSame = some.length === others.length && some.every((key, index) => key === others[index]);
	if (isSame) equals.set(others, some);
	return isSame;
};

/** Arrays that were found to be equal: they are compared every second, and may be long. */
const equals = new WeakMap<readonly ContainerKey[], readonly ContainerKey[]>();

const isSameOrder = (some: readonly ProjectOrder[], others: readonly ProjectOrder[]): boolean =>
	some.length === others.length && some.every((each, index) => each === others[index]);
