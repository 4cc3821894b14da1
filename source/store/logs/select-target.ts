import type {Container} from '../../model/container.ts';
import {projectOf} from '../../model/container-facts.ts';
import type {ContainerKey} from '../../model/ids.ts';
import {logSourceOf} from '../../model/logs/log-source.ts';
import type {LogTarget} from '../../model/logs/log-target.ts';
import {isInTarget, targetKey} from '../../model/logs/log-target.ts';
import {groupName} from '../group-id.ts';
import {type Row, selectShown} from '../select-rows.ts';
import {selectedRow} from '../select-target.ts';
import type {State} from '../state.ts';

/** Whose log is to be shown: what was opened in full, else the selection. */
export const shownTarget = (state: State): LogTarget | undefined =>
	state.logs.pinned ?? selectionTarget(state);

/** Of the marked containers where there are any, else of the selected row. */
export const chosenTarget = (state: State): LogTarget | undefined => {
	const {marked} = state.list;
	return marked.size === 0 ? selectionTarget(state) : targetOfKeys(state, [...marked]);
};

/** All that the filter shows; what comes later too, where nothing is filtered. */
export const everyTarget = (state: State): LogTarget | undefined => {
	const shown = selectShown(state);
	if (shown.length === 0) return undefined;
	const isAll = state.list.filter.text === '' && state.list.showsStopped;
	return isAll ? {kind: 'all'} : targetOfKeys(state, shown);
};

const targetOfKeys = (
	{containers}: State,
	keys: readonly ContainerKey[],
): LogTarget | undefined => {
	const found = keys.flatMap(key => containers.byKey.get(key) ?? []);
	const sources = [...new Set(found.map(logSourceOf))];
	const [first, second] = sources;
	if (first === undefined) return undefined;
	return second === undefined ? {kind: 'source', source: first} : {kind: 'chosen', sources};
};

/** The log of the selected row; undefined where nothing is selected. */
export const selectionTarget = (state: State): LogTarget | undefined => {
	const row = selectedRow(state);
	return row === undefined ? undefined : rowTarget(state, row);
};

const rowTarget = (state: State, row: Row): LogTarget | undefined => {
	if (row.kind === 'project') return {kind: 'project', project: row.id.slice(projectPrefix)};
	if (row.kind === 'group') {
		const {grouping} = state.list;
		return {kind: 'group', grouping, group: groupName(row.id, grouping)};
	}
	const {byKey} = state.containers;
	const container = byKey.get(row.kind === 'container' ? row.id : (row.keys[0] ?? noKey));
	if (container === undefined) return undefined;
	if (row.kind === 'container') return {kind: 'source', source: logSourceOf(container)};
	return {
		kind: 'service',
		project: projectOf(container),
		service: container.compose?.service ?? '',
	};
};

const projectPrefix = 'project:'.length;
const noKey = '' as ContainerKey;

/** Those that are there now. The same array while nothing about it changed. */
export const targetContainers = (
	{containers}: State,
	target: LogTarget | undefined,
): readonly Container[] => {
	const {byKey} = containers;
	if (latest?.byKey !== byKey || latest.key !== targetKey(target)) {
		const members =
			target === undefined
				? []
				: [...byKey.values()].filter(container => isInTarget(target, container));
		latest = {byKey, key: targetKey(target), members};
	}
	return latest.members;
};

let latest:
	| {
			readonly byKey: State['containers']['byKey'];
			readonly key: string;
			readonly members: readonly Container[];
	  }
	| undefined;
