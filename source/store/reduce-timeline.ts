import {refKey} from '../model/ids.ts';
import {known} from '../model/known.ts';
import {maxTimelineEntries, type TimelineEntry} from '../model/timeline.ts';
import type {Action} from './action.ts';
import type {State} from './state.ts';

/** Before the containers: one that is being removed still has its name. */
export const reduceTimeline = (state: State, action: Action): State => {
	if (action.type !== 'timeline/heard') return state;
	const {event} = action;
	const key = refKey(event.ref);
	const container = state.containers.byKey.get(key);
	const entry: TimelineEntry = {
		seq: (state.timeline.at(-1)?.seq ?? 0) + 1,
		atMillis: event.atMillis,
		key,
		...known('name', container?.name),
		...known('project', container?.compose?.project),
		event,
	};
	return {...state, timeline: [...state.timeline.slice(1 - maxTimelineEntries), entry]};
};
