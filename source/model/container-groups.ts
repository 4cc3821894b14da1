import type {Container} from './container.ts';
import {isRunning} from './container.ts';
import {type Grouping, groupOf, nameIn} from './grouping.ts';
import type {ContainerKey} from './ids.ts';

export interface ListedContainer {
	readonly key: ContainerKey;
	/** What it is sorted by where all else is equal. */
	readonly name: string;
	readonly container: Container;
}

/**
 * The containers of one group. Those with a process are apart, because only they have figures:
 * there may be thousands of the others, about which nothing changes from one sample to the next.
 */
export interface ContainerGroup {
	/** '' for the containers that belong to none. */
	readonly name: string;
	readonly running: readonly ListedContainer[];
	readonly stopped: readonly ListedContainer[];
}

/** Takes the keys as they are: to make one of each identity again would cost more than all the rest. */
export const groupContainers = (
	containers: Iterable<readonly [ContainerKey, Container]>,
	grouping: Grouping,
): readonly ContainerGroup[] => {
	const groups = new Map<string, {running: ListedContainer[]; stopped: ListedContainer[]}>();
	for (const [key, container] of containers) {
		const name = groupOf(container, grouping);
		const group = groups.get(name) ?? {running: [], stopped: []};
		groups.set(name, group);
		(isRunning(container) ? group.running : group.stopped).push(asListed(key, container, grouping));
	}
	return [...groups].map(([name, group]) => ({name, ...group}));
};

export const emptyGroup = (name: string): ContainerGroup => ({name, running: [], stopped: []});

const asListed = (
	key: ContainerKey,
	container: Container,
	grouping: Grouping,
): ListedContainer => ({
	key,
	name: nameIn(container, grouping, true),
	container,
});

/**
 * The group with those of its containers that are others now, without those that are gone from it
 * (undefined), and with those that came from another. A list in which none is keeps its array, and with
 * it what was made of it.
 */
export const renewGroup = (
	{name, running, stopped}: ContainerGroup,
	changes: ReadonlyMap<ContainerKey, Container | undefined>,
	grouping: Grouping,
): ContainerGroup => {
	const renewed = [...changes].flatMap(([key, container]): readonly ListedContainer[] =>
		container === undefined ? [] : [asListed(key, container, grouping)],
	);
	const replaced = (before: readonly ListedContainer[], hasProcess: boolean) => {
		const kept = before.filter(({key}) => !changes.has(key));
		const added = renewed.filter(({container}) => isRunning(container) === hasProcess);
		return kept.length === before.length && added.length === 0 ? before : [...kept, ...added];
	};
	return {name, running: replaced(running, true), stopped: replaced(stopped, false)};
};
