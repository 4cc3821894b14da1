import type {ChartMark} from '../../../model/chart-marks.ts';
import {engineMillis} from '../../../model/engine-clock.ts';
import {type Past, readPast} from '../../../model/past.ts';
import type {Timeline} from '../../../model/series.ts';
import type {RangeId} from '../../../model/stats-range.ts';
import {selectMarks, statsRange} from '../../../store/select-stats.ts';
import type {StatsState} from '../../../store/stats-state.ts';
import type {View} from '../../view.ts';

/** The stretch of time that all charts show, and what is pointed at in it. */
export interface ChartScope {
	readonly view: View;
	readonly stats: StatsState;
	readonly range: RangeId;
	readonly untilMillis: number;
	readonly spanMillis: number;
	/** Undefined also where it is older than the range. */
	readonly cursorMillis: number | undefined;
	/** By our clock. */
	readonly marks: readonly ChartMark[];
	/** What the right end is called. */
	readonly endLabel: string;
	past(timeline: Timeline): Past;
}

export const chartScope = (view: View, untilMillis: number): ChartScope => {
	const {state} = view;
	const {stats} = state;
	const range = statsRange(state, view.history);
	const {millis: spanMillis} = range;
	const {cursorMillis} = stats;
	const isShown = cursorMillis !== undefined && cursorMillis > untilMillis - spanMillis;
	const skew = engineMillis(0, state.engine);
	return {
		...{view, stats, range: range.id, untilMillis, spanMillis},
		cursorMillis: isShown ? Math.min(cursorMillis, untilMillis) : undefined,
		marks: selectMarks(state)
			.map(mark => ({...mark, atMillis: mark.atMillis - skew}))
			.filter(({atMillis}) => atMillis > untilMillis - spanMillis),
		endLabel: state.list.frozen === undefined ? 'now' : 'frozen',
		past: timeline => readPast(timeline, untilMillis, spanMillis),
	};
};
