import type {Container} from '../../model/container.ts';
import type {ContainerKey} from '../../model/ids.ts';
import {logSourceOf} from '../../model/logs/log-source.ts';
import type {LogTarget} from '../../model/logs/log-target.ts';
import {isInTarget, targetKey} from '../../model/logs/log-target.ts';
import {projectOf} from '../../model/project-containers.ts';
import type {Row} from '../select-rows.ts';
import {selectedRow} from '../select-target.ts';
import type {State} from '../state.ts';

/** Whose log is to be shown: what was opened in full, else the selection. */
export const shownTarget = (state: State): LogTarget | undefined =>
	state.logs.pinned ?? selectionTarget(state);

/** The log of the selected row; undefined where nothing is selected. */
const selectionTarget = (state: State): LogTarget | undefined => {
	const row = selectedRow(state);
	return row === undefined ? undefined : rowTarget(state, row);
};

const rowTarget = (state: State, row: Row): LogTarget | undefined => {
	if (row.kind === 'project') return {kind: 'project', project: row.id.slice(projectPrefix)};
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
