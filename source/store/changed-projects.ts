import type {Container} from '../model/container.ts';
import {type ContainerKey, refKey} from '../model/ids.ts';
import {projectOf} from '../model/project-containers.ts';
import type {ContainerMap} from './container-map.ts';

/** By project: its containers that are others now, undefined those that are gone. */
export type ChangedProjects = ReadonlyMap<string, ReadonlyMap<ContainerKey, Container | undefined>>;

/** Undefined where containers came, so that nothing of before can be built upon. */
export const changedProjects = (
	now: ContainerMap,
	earlier: ContainerMap | undefined,
): ChangedProjects | undefined => {
	const changes = earlier && now.changesSince(earlier);
	if (changes === undefined) return undefined;
	const changed = new Map<string, Map<ContainerKey, Container | undefined>>();
	for (const [before, after] of changes) {
		if (before === undefined) return undefined;
		const project = projectOf(before);
		if (after !== undefined && projectOf(after) !== project) return undefined;
		const ofProject = changed.get(project) ?? new Map<ContainerKey, Container | undefined>();
		changed.set(project, ofProject);
		ofProject.set(refKey(before.ref), after);
	}
	return changed;
};
