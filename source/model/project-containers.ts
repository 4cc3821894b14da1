import type {Container} from './container.ts';
import {isRunning} from './container.ts';
import {displayName} from './container-facts.ts';
import type {ContainerKey} from './ids.ts';

export interface ListedContainer {
	readonly key: ContainerKey;
	/** What it is sorted by where all else is equal. */
	readonly name: string;
	readonly container: Container;
}

/**
 * The containers of one project. Those with a process are apart, because only they have figures:
 * there may be thousands of the others, about which nothing changes from one sample to the next.
 */
export interface ProjectContainers {
	/** '' for the containers without a project. */
	readonly name: string;
	readonly running: readonly ListedContainer[];
	readonly stopped: readonly ListedContainer[];
}

export const projectOf = ({compose}: Container): string => compose?.project ?? '';

/** Takes the keys as they are: to make one of each identity again would cost more than all the rest. */
export const groupByProject = (
	containers: Iterable<readonly [ContainerKey, Container]>,
): readonly ProjectContainers[] => {
	const groups = new Map<string, {running: ListedContainer[]; stopped: ListedContainer[]}>();
	for (const [key, container] of containers) {
		const project = projectOf(container);
		const group = groups.get(project) ?? {running: [], stopped: []};
		groups.set(project, group);
		const listed = {key, name: displayName(container, true), container};
		(isRunning(container) ? group.running : group.stopped).push(listed);
	}
	return [...groups].map(([name, group]) => ({name, ...group}));
};
