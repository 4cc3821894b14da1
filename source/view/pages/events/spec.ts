import {selectedHappening, selectHappenings} from '../../../store/select-happenings.ts';
import {knownEngineMillis} from '../../panes/known-millis.ts';
import {hitList} from '../hit-list.ts';
import type {PageSpec} from '../page.ts';
import {hourRows} from './hour-chart.ts';
import {eventListCells, eventListRows, paintEvents} from './paint-events.ts';

/** The chart moves on with each, by the clock of the engine. */
const minuteMillis = 60_000;

export const eventsPage: PageSpec = {
	paint: paintEvents,
	inputs: ({state, size}) =>
		// Beside the list stands a log.
		size === 'L' && state.places.events !== undefined
			? [state]
			: [
					...[state.timeline, state.eventFilter, state.places, state.connection],
					...[state.containers.status, Math.floor(knownEngineMillis(state) / minuteMillis)],
				],
	showsTarget: true,
	watched(state) {
		const key = selectedHappening(state)?.entry.key;
		return key === undefined ? [] : [key];
	},
	listRows: eventListRows,
	hit(view, {x, y}, width, height) {
		if (x >= eventListCells(view, width)) return undefined;
		return hitList(
			{
				page: 'events',
				things: selectHappenings(view.state),
				place: view.state.places.events,
				rows: eventListRows(view, width, height),
				headRows: 1 + hourRows(width, height),
			},
			y,
		);
	},
};
