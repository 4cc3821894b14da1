import type {Container} from '../model/container.ts';
import {isRunning} from '../model/container.ts';
import {displayName, endedWell} from '../model/container-facts.ts';
import type {ContainerKey} from '../model/ids.ts';

export interface Member {
	readonly key: ContainerKey;
	readonly container: Container;
}

/** What a heading says of the containers below it, and what it stands for. */
export interface Count {
	readonly keys: readonly ContainerKey[];
	/** Those of them that have a process, and with it figures. */
	readonly measured: readonly ContainerKey[];
	readonly running: number;
	/** What does not run has ended with 0. */
	readonly isWell: boolean;
}

/** The containers of a group, counted as a whole and by service. Does not depend on their order. */
export interface Census {
	readonly all: Count;
	readonly services: ReadonlyMap<string, Count>;
}

export const takeCensus = (members: readonly Member[]): Census => ({
	all: countOf(members),
	services: new Map([...groupByService(members)].map(([name, each]) => [name, countOf(each)])),
});

export const groupByService = (
	members: readonly Member[],
): ReadonlyMap<string, readonly Member[]> => {
	const groups = new Map<string, Member[]>();
	for (const member of members) {
		const service = displayName(member.container, false);
		const group = groups.get(service);
		if (group) group.push(member);
		else groups.set(service, [member]);
	}
	return groups;
};

const countOf = (members: readonly Member[]): Count => ({
	keys: members.map(({key}) => key),
	measured: members.filter(({container}) => isRunning(container)).map(({key}) => key),
	running: members.filter(({container}) => container.state === 'running').length,
	isWell: members.every(({container}) => container.state === 'running' || endedWell(container)),
});
