import type {Container} from '../model/container.ts';
import {byProject, type Grouping} from '../model/grouping.ts';
import type {ContainerMap} from './container-map.ts';
import type {State} from './state.ts';

/** A way to divide the list that makes sense for the containers there are. */
export interface GroupingChoice {
	readonly grouping: Grouping;
	/** Of a label: how many values it has. */
	readonly values?: number;
}

/** The fixed ones, then by labels, those that most containers have first. */
export const groupings = ({containers: {listed}, list}: State): readonly GroupingChoice[] => {
	const labels = known.get(listed) ?? labelsOf(listed);
	known.set(listed, labels);
	const {grouping} = list;
	// What is chosen can be seen to be, also where no container has it any more.
	const isMissing =
		grouping.kind === 'label' &&
		!labels.some(each => each.grouping.kind === 'label' && each.grouping.label === grouping.label);
	return [...fixed, ...labels, ...(isMissing ? [{grouping, values: 0}] : [])];
};

const fixed: readonly GroupingChoice[] = [
	{grouping: byProject},
	{grouping: {kind: 'network'}},
	{grouping: {kind: 'state'}},
	{grouping: {kind: 'none'}},
];

const known = new WeakMap<ContainerMap, readonly GroupingChoice[]>();

/** Compose writes a dozen of them on each container, of which one tells something the list does not. */
const isNoise = (label: string): boolean =>
	label.startsWith('com.docker.compose.') && label !== 'com.docker.compose.service';

const mostLabels = 50;

const labelsOf = (containers: ContainerMap): readonly GroupingChoice[] => {
	const found = new Map<string, {count: number; readonly values: Set<string>}>();
	for (const container of containers.values()) count(found, container);
	return (
		[...found]
			// One value for each container divides nothing.
			.filter(([, {count, values}]) => count === 1 || values.size < count)
			.sort(([, {count: some}], [, {count: others}]) => others - some)
			.slice(0, mostLabels)
			.map(([label, {values}]): GroupingChoice => {
				return {grouping: {kind: 'label', label}, values: values.size};
			})
	);
};

const count = (
	found: Map<string, {count: number; readonly values: Set<string>}>,
	{labels}: Container,
): void => {
	for (const [label, value] of Object.entries(labels)) {
		if (isNoise(label)) continue;
		const known = found.get(label) ?? {count: 0, values: new Set<string>()};
		found.set(label, known);
		known.count++;
		known.values.add(value);
	}
};

/** How many containers have the label, and with how many values. Of many it takes some milliseconds. */
export const labelUse = (
	containers: ContainerMap,
	label: string,
): {readonly containers: number; readonly values: number} => {
	const values = new Set<string>();
	let having = 0;
	for (const {labels} of containers.values()) {
		const value = Object.hasOwn(labels, label) ? labels[label] : undefined;
		if (value === undefined) continue;
		having++;
		values.add(value);
	}
	return {containers: having, values: values.size};
};
