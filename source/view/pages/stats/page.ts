import {comparedKeys, isComparing} from '../../../store/select-stats.ts';
import {selectedMeasured, selectedRow} from '../../../store/select-target.ts';
import type {PageSpec} from '../page.ts';
import {hitStats} from './hit-stats.ts';
import {paintStats, showsProcesses} from './paint-stats.ts';
import {processInputs} from './processes.ts';

/** Charts over time of the selection, or of the marked containers; of one container also its processes. */
export const statsPage: PageSpec = {
	paint: paintStats,
	inputs: view => {
		const {state} = view;
		const {stats, containers, usages, list, timeline, connection, nowMillis} = state;
		const row = selectedRow(state);
		return [
			...[stats, row, containers.byKey, list.frozen, list.marked, timeline, connection, nowMillis],
			row?.kind === 'container' && !isComparing(state) ? usages.get(row.id) : usages,
			...processInputs(view),
		];
	},
	showsTarget: true,
	needs: (view, width, height) => (showsProcesses(view, width, height) ? ['processes'] : []),
	hit: hitStats,
	watched: state => (isComparing(state) ? comparedKeys(state) : selectedMeasured(state)),
};
