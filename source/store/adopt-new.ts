import type {ContainerKey} from '../model/ids.ts';
import {projectOf} from '../model/project-containers.ts';
import type {ProjectOrder} from '../model/sort.ts';
import type {State} from './state.ts';

/**
 * New containers at the end of their project and new projects at the end of the list, without moving
 * what is on the screen; the gone ones out. The same order when none came or went.
 */
export const adoptNew = ({containers, list}: State): readonly ProjectOrder[] => {
	const {byKey} = containers;
	const kept = list.order.map((project): ProjectOrder => {
		const keys = project.keys.filter(key => byKey.has(key));
		return keys.length === project.keys.length ? project : {...project, keys};
	});
	const isComplete = count(kept) === byKey.size;
	if (isComplete && kept.every((project, index) => project === list.order[index])) {
		return list.order;
	}
	const projects = new Map(kept.map(({project, keys}) => [project, keys]));
	if (!isComplete) {
		for (const [project, added] of addedTo(kept, byKey)) {
			projects.set(project, [...(projects.get(project) ?? []), ...added]);
		}
	}
	return [...projects]
		.filter(([, keys]) => keys.length > 0)
		.map(([project, keys]) => ({project, keys}));
};

const count = (order: readonly ProjectOrder[]): number =>
	order.reduce((sum, {keys}) => sum + keys.length, 0);

/** By project, in the order of the engine's list. */
const addedTo = (
	order: readonly ProjectOrder[],
	byKey: State['containers']['byKey'],
): ReadonlyMap<string, readonly ContainerKey[]> => {
	const known = new Set(order.flatMap(({keys}) => keys));
	const added = new Map<string, ContainerKey[]>();
	for (const [key, container] of byKey) {
		if (known.has(key)) continue;
		const keys = added.get(projectOf(container)) ?? [];
		added.set(projectOf(container), keys);
		keys.push(key);
	}
	return added;
};
