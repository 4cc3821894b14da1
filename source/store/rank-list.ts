import {figureOf} from '../model/figures.ts';
import type {ContainerKey} from '../model/ids.ts';
import {type Smoothed, smooth} from '../model/smooth.ts';
import type {ContainerUsage} from '../model/stats-sample.ts';
import type {State} from './state.ts';

type Sampled = Iterable<readonly [ContainerKey, ContainerUsage]>;

/** After new figures: the means follow, the ranks only where a difference is worth it. */
export const rankSampled = (state: State, sampled: Sampled): State => {
	const {smoothed: before, list} = state;
	const {sort, ranks: ranksBefore} = list;
	const {from, read, step = 1} = figureOf(sort.field);
	if (from !== 'usage') return state;
	const smoothed = new Map(before);
	const changed: [ContainerKey, number | undefined][] = [];
	for (const [key] of sampled) {
		const container = state.containers.byKey.get(key);
		const usage = state.usages.get(key);
		const value = container && read(container, usage);
		if (typeof value === 'number' && usage !== undefined) {
			const now = smooth(before.get(key), value, usage.atMillis, step);
			smoothed.set(key, now);
			if (now.rank !== ranksBefore.get(key)) changed.push([key, now.rank]);
		} else if (smoothed.delete(key)) changed.push([key, undefined]);
	}
	for (const key of gone(smoothed, state)) {
		smoothed.delete(key);
		changed.push([key, undefined]);
	}
	if (changed.length === 0) return {...state, smoothed};
	return {...state, smoothed, list: {...list, ranks: withChanged(ranksBefore, changed)}};
};

/** By another field nothing is known of the past. */
export const rankAnew = (state: State): State => {
	const list = {...state.list, ranks: new Map()};
	return rankSampled({...state, smoothed: new Map(), list}, state.usages);
};

/** Looked for only where there are more than have figures. */
const gone = (smoothed: ReadonlyMap<ContainerKey, Smoothed>, {usages}: State) =>
	smoothed.size > usages.size ? [...smoothed.keys()].filter(key => !usages.has(key)) : [];

const withChanged = (
	before: ReadonlyMap<ContainerKey, number>,
	changed: readonly (readonly [ContainerKey, number | undefined])[],
): ReadonlyMap<ContainerKey, number> => {
	const ranks = new Map(before);
	for (const [key, rank] of changed) {
		if (rank === undefined) ranks.delete(key);
		else ranks.set(key, rank);
	}
	return ranks;
};
