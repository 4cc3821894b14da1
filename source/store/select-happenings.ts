import {foldTimeline, type Happening} from '../model/happening.ts';
import {happeningFilter} from '../model/happening-filter.ts';
import {isCalled} from './page-cursor.ts';
import type {State} from './state.ts';

/** Lines of what happened, the newest first; the same array while nothing did. */
export const selectAllHappenings = ({timeline}: State): readonly Happening[] => {
	if (latest?.timeline !== timeline) latest = {timeline, all: foldTimeline(timeline)};
	return latest.all;
};

let latest: {readonly timeline: State['timeline']; readonly all: readonly Happening[]} | undefined;

/** Those of them that pass the filter of their screen. */
export const selectHappenings = (state: State): readonly Happening[] => {
	const all = selectAllHappenings(state);
	const {eventFilter: text} = state;
	if (text === '') return all;
	if (latestShown?.all !== all || latestShown.text !== text) {
		latestShown = {all, text, shown: all.filter(happeningFilter(text))};
	}
	return latestShown.shown;
};

let latestShown:
	| {
			readonly all: readonly Happening[];
			readonly text: string;
			readonly shown: readonly Happening[];
	  }
	| undefined;

/** What the cursor of the screen of events stands on; undefined while it follows. */
export const selectedHappening = (state: State): Happening | undefined => {
	const {events: place} = state.places;
	return place && selectHappenings(state).find(happening => isCalled(happening, place.id));
};
