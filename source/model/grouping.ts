import type {Container} from './container.ts';
import {displayName, endedWell, healthOf, projectOf, qualifiedName} from './container-facts.ts';

/** What the list is divided by. */
export type Grouping =
	| {readonly kind: 'project' | 'network' | 'state' | 'none'}
	| {readonly kind: 'label'; readonly label: string};

export const byProject: Grouping = {kind: 'project'};

/** A container is in exactly one group; '' is that of those to which the question does not apply. */
export const groupOf = (container: Container, grouping: Grouping): string => {
	switch (grouping.kind) {
		case 'project':
			return projectOf(container);
		case 'label':
			// Not `constructor` and the like, which every object has.
			return Object.hasOwn(container.labels, grouping.label)
				? (container.labels[grouping.label] ?? '')
				: '';
		case 'network':
			return networksOf(container);
		case 'state':
			return conditionOf(container);
		case 'none':
			return '';
	}
};

/** One that is in several networks is in the group of those that are in the same ones. */
const networksOf = ({networks}: Container): string =>
	networks.length === 1
		? (networks[0]?.name ?? '')
		: networks
				.map(({name}) => name)
				.sort()
				.join(' + ');

/** State and health in one word, what needs attention first. */
const conditions: readonly string[] = [
	...['unhealthy', 'failed', 'restarting', 'starting', 'paused', 'running'],
	...['created', 'removing', 'exited'],
];

const conditionOf = (container: Container): string => {
	switch (container.state) {
		case 'running': {
			const {kind} = healthOf(container);
			return kind === 'unhealthy' || kind === 'starting' ? kind : 'running';
		}
		case 'dead':
			return 'failed';
		case 'exited':
			return endedWell(container) ? 'exited' : 'failed';
		default:
			return container.state;
	}
};

/** Where a group stands whatever the list is sorted by: equal ones are sorted. */
export const groupRank = (name: string, {kind}: Grouping): number =>
	kind === 'state' ? conditions.indexOf(name) : Number(name === '');

/** As a heading has it; foreign text. */
export const groupTitle = (name: string, grouping: Grouping): string =>
	name || `(${sayGroup('', grouping)})`;

/** In words: `project shop`, `network front`, `team=web`, `no project`; foreign text. */
export const sayGroup = (name: string, grouping: Grouping): string => {
	const what = grouping.kind === 'label' ? grouping.label : grouping.kind;
	if (name === '') return `no ${what}`;
	return grouping.kind === 'label' ? `${what}=${name}` : `${what} ${name}`;
};

/** True where a container can move from one group to another in its life. */
export const canMove = ({kind}: Grouping): boolean => kind === 'state' || kind === 'network';

/** What a container is called in its group: with its project where that is not said above it. */
export const nameIn = (container: Container, {kind}: Grouping, withReplica: boolean): string =>
	kind === 'project' ? displayName(container, withReplica) : qualifiedName(container);

/** `project` and the like; a label with its name. Says the same for the same grouping, and only then. */
export const groupingKey = (grouping: Grouping): string =>
	grouping.kind === 'label' ? `label:${grouping.label}` : grouping.kind;

/** The other way round; undefined for what is none. */
export const parseGrouping = (text: string): Grouping | undefined => {
	const label = /^label:(?<name>.+)$/.exec(text)?.groups?.['name'];
	if (label !== undefined) return {kind: 'label', label};
	const kind = groupingKinds.find(each => each === text);
	return kind === undefined ? undefined : {kind};
};

const groupingKinds = ['project', 'network', 'state', 'none'] as const;
