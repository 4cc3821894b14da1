import type {Action} from './action.ts';
import type {State} from './state.ts';
import type {StatsState} from './stats-state.ts';

export const reduceStats = (state: State, action: Action): State => {
	const stats = nextStats(state.stats, action);
	return stats === state.stats ? state : {...state, stats};
};

const nextStats = (stats: StatsState, action: Action): StatsState => {
	switch (action.type) {
		case 'stats/range-chosen':
			return {...stats, range: action.range};
		case 'stats/chart-chosen':
			return {...stats, chart: action.chart};
		case 'stats/zoomed':
			return {...stats, isZoomed: action.isZoomed};
		case 'stats/compared':
			return {...stats, isCompared: action.isCompared};
		case 'stats/pointed':
			return action.atMillis === undefined
				? withoutCursor(stats)
				: {...stats, cursorMillis: action.atMillis};
		case 'stats/stepped-back':
			return steppedBack(stats);
		// Another engine has another past.
		case 'endpoint/chosen':
			return withoutCursor(stats);
		default:
			return stats;
	}
};

const withoutCursor = ({cursorMillis: _, ...stats}: StatsState): StatsState => stats;

/** The innermost thing, and only that. */
const steppedBack = (stats: StatsState): StatsState => {
	if (stats.cursorMillis !== undefined) return withoutCursor(stats);
	if (stats.isZoomed) return {...stats, isZoomed: false};
	return stats.isCompared ? {...stats, isCompared: false} : stats;
};
