import {selectedHappening, selectHappenings} from '../../../store/select-happenings.ts';
import {hitList} from '../hit-list.ts';
import type {PageSpec} from '../page.ts';
import {eventListRows, paintEvents} from './paint-events.ts';

const dayMillis = 86_400_000;

export const eventsPage: PageSpec = {
	paint: paintEvents,
	inputs: ({state}) => [
		...[state.timeline, state.eventFilter, state.places, state.connection],
		...[state.containers.status, Math.floor(state.nowMillis / dayMillis)],
	],
	showsTarget: true,
	watched(state) {
		const key = selectedHappening(state)?.entry.key;
		return key === undefined ? [] : [key];
	},
	listRows: eventListRows,
	hit: (view, {y}, width, height) =>
		hitList(
			{
				page: 'events',
				things: selectHappenings(view.state),
				place: view.state.places.events,
				rows: eventListRows(view, width, height),
				headRows: 1,
			},
			y,
		),
};
