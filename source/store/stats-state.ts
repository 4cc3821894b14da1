import type {RangeId} from '../model/stats-range.ts';

export const chartIds = ['cpu', 'memory', 'network', 'disk'] as const;
export type ChartId = (typeof chartIds)[number];

/** How the stats screen looks; what it is of is the selection, or what is marked. */
export interface StatsState {
	/** How far back was chosen; undefined for what suits what is known. */
	readonly range?: RangeId;
	/** The chart that is zoomed, and shown where not all have room. */
	readonly chart: ChartId;
	readonly isZoomed: boolean;
	/** The marked containers in one chart, for as long as there are any. */
	readonly isCompared: boolean;
	/** A moment by our clock whose values are shown; it stays where it is while newer ones come. */
	readonly cursorMillis?: number;
}

export const firstStats: StatsState = {
	chart: 'cpu',
	isZoomed: false,
	isCompared: false,
};
