import type {Container} from '../../../model/container.ts';
import {qualifiedName} from '../../../model/container-facts.ts';
import {sayGroup} from '../../../model/grouping.ts';
import type {ContainerKey} from '../../../model/ids.ts';
import type {Timeline} from '../../../model/series.ts';
import type {ContainerUsage} from '../../../model/stats-sample.ts';
import {groupName} from '../../../store/group-id.ts';
import type {ContainerFigure} from '../../../store/history.ts';
import type {Row} from '../../../store/select-rows.ts';
import {selectedContainers, selectedKeys, selectedRow} from '../../../store/select-target.ts';
import type {State} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {knownMillis} from '../known-millis.ts';

/** What the charts are drawn of: the selected container, or all of the selected heading together. */
export interface Subject {
	readonly name: string;
	/** Each chart has to say whose it is; of the selection only the first does. */
	readonly isNamedEverywhere: boolean;
	/** Undefined where it is not known of any of them. */
	readonly cpuPercent: number | undefined;
	readonly memoryUsedBytes: number | undefined;
	readonly memoryCacheBytes: number | undefined;
	readonly netRxPerSecond: number | undefined;
	readonly netTxPerSecond: number | undefined;
	readonly blockReadPerSecond: number | undefined;
	readonly blockWritePerSecond: number | undefined;
	/** Undefined where one of them has no limit. */
	readonly cpuLimit: number | undefined;
	readonly memoryLimitBytes: number | undefined;
	readonly untilMillis: number;
	timeline(figure: ContainerFigure): Timeline;
}

/** `shop/api` for a container or `service shop/api`, `project shop` for a heading. */
export const rowTitle = ({containers, list}: State, row: Row): string => {
	if (row.kind === 'container') {
		const container = containers.byKey.get(row.id);
		return container === undefined ? row.name : qualifiedName(container);
	}
	return row.kind === 'service'
		? row.id.replace(':', ' ')
		: sayGroup(groupName(row.id, list.grouping), list.grouping);
};

export const selectedSubject = (view: View): Subject => {
	const row = selectedRow(view.state);
	const containers = selectedContainers(view.state);
	const keys = selectedKeys(view.state);
	const usages = shownUsages(view.state);
	return {
		...together(
			view,
			keys.flatMap(key => usages.get(key) ?? []),
			keys,
		),
		name: row === undefined ? '' : rowTitle(view.state, row),
		isNamedEverywhere: false,
		cpuLimit: limit(containers, ({details}) => details?.limits.cpus),
		memoryLimitBytes: limit(containers, ({details}) => details?.limits.memoryBytes),
	};
};

/** All containers on a machine that nobody can look into; what has stopped is in the charts still. */
export const wholeEngine = (view: View): Subject => {
	const {host, engine} = view.state;
	return {
		...together(view, [...shownUsages(view.state).values()], view.history.measured),
		name: 'containers',
		isNamedEverywhere: true,
		cpuLimit: host?.cpus ?? engine?.cpus,
		memoryLimitBytes: host?.memoryTotalBytes ?? engine?.memoryTotalBytes,
	};
};

/** The figures on the screen, which may be frozen. */
export const shownUsages = ({list, usages}: State): State['usages'] =>
	list.frozen?.usages ?? usages;

const together = (
	{state, history}: View,
	known: readonly ContainerUsage[],
	keys: readonly ContainerKey[],
): Omit<Subject, 'name' | 'isNamedEverywhere' | 'cpuLimit' | 'memoryLimitBytes'> => {
	const total = (figure: (usage: ContainerUsage) => number | undefined) => sum(known, figure);
	return {
		cpuPercent: total(usage => usage.cpuPercent),
		memoryUsedBytes: total(({sample}) => sample.memoryUsedBytes),
		memoryCacheBytes: total(({sample}) => sample.memoryCacheBytes),
		netRxPerSecond: total(usage => usage.netRxPerSecond),
		netTxPerSecond: total(usage => usage.netTxPerSecond),
		blockReadPerSecond: total(usage => usage.blockReadPerSecond),
		blockWritePerSecond: total(usage => usage.blockWritePerSecond),
		untilMillis:
			state.list.frozen?.atMillis ??
			latest(known.map(usage => usage.atMillis)) ??
			knownMillis(state),
		timeline: figure => history.together(keys, figure),
	};
};

/** Of what is known; undefined where nothing is. */
export const sum = (
	usages: readonly ContainerUsage[],
	figure: (usage: ContainerUsage) => number | undefined,
): number | undefined => {
	let total = 0;
	let isKnown = false;
	// No iterator: hundreds are added up for each frame, seven times.
	for (let index = 0; index < usages.length; index++) {
		const value = figure(usages[index] as ContainerUsage);
		if (value === undefined) continue;
		total += value;
		isKnown = true;
	}
	return isKnown ? total : undefined;
};

const limit = (
	containers: readonly Container[],
	of: (container: Container) => number | undefined,
): number | undefined => {
	let total: number | undefined;
	for (const container of containers) {
		const value = of(container);
		if (value === undefined) return undefined;
		total = (total ?? 0) + value;
	}
	return total;
};

const latest = (instants: readonly number[]): number | undefined =>
	instants.length === 0 ? undefined : Math.max(...instants);
