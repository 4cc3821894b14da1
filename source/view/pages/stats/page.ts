import {comparedKeys, isComparing} from '../../../store/select-stats.ts';
import {selectedMeasured, selectedRow} from '../../../store/select-target.ts';
import type {PageSpec} from '../page.ts';
import {hitStats} from './hit-stats.ts';
import {paintStats} from './paint-stats.ts';

/** Charts over time of the selection, or of the marked containers. */
export const statsPage: PageSpec = {
	paint: paintStats,
	inputs: ({state}) => {
		const {stats, containers, usages, list, timeline, connection, nowMillis} = state;
		const row = selectedRow(state);
		return [
			...[stats, row, containers.byKey, list.frozen, list.marked, timeline, connection, nowMillis],
			row?.kind === 'container' && !isComparing(state) ? usages.get(row.id) : usages,
		];
	},
	showsTarget: true,
	hit: hitStats,
	watched: state => (isComparing(state) ? comparedKeys(state) : selectedMeasured(state)),
};
