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
		(isRunning(container) ? group.running : group.stopped).push(asListed(key, container));
	}
	return [...groups].map(([name, group]) => ({name, ...group}));
};

const asListed = (key: ContainerKey, container: Container): ListedContainer => ({
	key,
	name: displayName(container, true),
	container,
});

/**
 * The project with those of its containers that are others now, and without those that are gone
 * (undefined). A list in which none is keeps its array, and with it what was made of it.
 */
export const renewProject = (
	{name, running, stopped}: ProjectContainers,
	changes: ReadonlyMap<ContainerKey, Container | undefined>,
): ProjectContainers => {
	const known = [running, stopped].flatMap(each => each.filter(({key}) => changes.has(key)));
	const renewed = known.flatMap(({key}): readonly ListedContainer[] => {
		const container = changes.get(key);
		return container === undefined ? [] : [asListed(key, container)];
	});
	const replaced = (before: readonly ListedContainer[], hasProcess: boolean) => {
		const kept = before.filter(({key}) => !changes.has(key));
		const added = renewed.filter(({container}) => isRunning(container) === hasProcess);
		return kept.length === before.length && added.length === 0 ? before : [...kept, ...added];
	};
	return {name, running: replaced(running, true), stopped: replaced(stopped, false)};
};
