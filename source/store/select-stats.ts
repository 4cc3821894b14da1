import {type ChartMark, chartMarks} from '../model/chart-marks.ts';
import type {ContainerKey} from '../model/ids.ts';
import {rangeOf, type StatsRange, shownRange} from '../model/stats-range.ts';
import type {History} from './history.ts';
import {selectedKeys} from './select-target.ts';
import type {State} from './state.ts';

/** More lines than these cannot be told apart. */
export const mostCompared = 6;

/** The marked containers that are shown in one chart, in the order in which they were marked. */
export const comparedKeys = ({stats, list}: State): readonly ContainerKey[] =>
	stats.isCompared ? [...list.marked].slice(0, mostCompared) : [];

export const isComparing = ({stats, list}: State): boolean =>
	stats.isCompared && list.marked.size > 0;

/** Whose charts the stats screen shows. The same array while it is the same selection. */
export const statsKeys = (state: State): readonly ContainerKey[] =>
	isComparing(state) ? comparedKeys(state) : selectedKeys(state);

/** True while Esc has something to leave on the stats screen, before the screen itself. */
export const hasStatsStep = (state: State): boolean =>
	state.stats.cursorMillis !== undefined || state.stats.isZoomed || isComparing(state);

/** What happened to those whose charts are shown; sought anew only when something happened. */
export const selectMarks = (state: State): readonly ChartMark[] => {
	const keys = statsKeys(state);
	const {timeline} = state;
	const id = isComparing(state) ? state.list.marked : keys.length === 1 ? keys[0] : keys;
	if (latest?.timeline !== timeline || latest.id !== id) {
		const meant = setOf(keys);
		latest = {timeline, id, marks: chartMarks(timeline, key => meant.has(key))};
	}
	return latest.marks;
};

let latest:
	| {
			readonly timeline: State['timeline'];
			readonly id: unknown;
			readonly marks: readonly ChartMark[];
	  }
	| undefined;

/** A heading may stand for thousands, and stays the same while events come. */
const setOf = (keys: readonly ContainerKey[]): ReadonlySet<ContainerKey> => {
	const set = sets.get(keys) ?? new Set(keys);
	sets.set(keys, set);
	return set;
};

const sets = new WeakMap<readonly ContainerKey[], ReadonlySet<ContainerKey>>();

/** How far back the charts reach: as was chosen, else as suits what is known. */
export const statsRange = (
	{stats, nowMillis}: State,
	{sinceMillis = nowMillis}: Pick<History, 'sinceMillis'>,
): StatsRange => rangeOf(shownRange(stats.range, nowMillis - sinceMillis));
