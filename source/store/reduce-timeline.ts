import {displayName, isReplica} from '../model/container-facts.ts';
import {engineMillis} from '../model/engine-clock.ts';
import type {EngineEvent} from '../model/engine-event.ts';
import {type ContainerKey, refKey} from '../model/ids.ts';
import {known} from '../model/known.ts';
import {isSame} from '../model/same.ts';
import {maskSecrets} from '../model/secrets.ts';
import {maxTimelineEntries, type TimelineEntry} from '../model/timeline.ts';
import type {Action} from './action.ts';
import type {State} from './state.ts';

/** Before the containers, for one that is being removed still has its name, and before the connection. */
export const reduceTimeline = (state: State, action: Action): State => {
	switch (action.type) {
		case 'endpoint/chosen':
			return {...state, timeline: []};
		case 'timeline/heard':
			return withEntry(state, heard(state, action.event));
		case 'timeline/recalled':
			return withPast(state, action.events);
		case 'timeline/acted': {
			const {verb, outcome, key} = action;
			const text = maskSecrets(action.text);
			const atMillis = engineMillis(action.atMillis, state.engine);
			const event = {kind: 'action.ended', atMillis, verb, outcome, text} as const;
			return withEntry(state, {atMillis, key, ...namesOf(state, key), event});
		}
		case 'connection/lost':
			return isConnected(state) ? withEntry(state, lost(state, action)) : state;
		case 'connection/opened':
			return withBack(state, action.atMillis);
		default:
			return state;
	}
};

type NewEntry = Omit<TimelineEntry, 'seq'>;

const withEntry = (state: State, entry: NewEntry): State => {
	const seq = (state.timeline.at(-1)?.seq ?? 0) + 1;
	return {...state, timeline: [...state.timeline.slice(1 - maxTimelineEntries), {seq, ...entry}]};
};

const heard = (state: State, event: EngineEvent): NewEntry => {
	const key = refKey(event.ref);
	// What the list says is what the rows say.
	const names = {...known('name', event.name), ...known('project', event.project)};
	return {atMillis: event.atMillis, key, ...names, ...namesOf(state, key), event};
};

const namesOf = (
	{containers}: State,
	key: ContainerKey,
): Pick<TimelineEntry, 'name' | 'project'> => {
	const container = containers.byKey.get(key);
	if (container === undefined) return {};
	const name = displayName(container, isReplica(container));
	return {name, ...known('project', container.compose?.project)};
};

/**
 * The events from before the first that was heard. Those after it were heard; what happened in its very
 * moment is told apart by what it says.
 */
const withPast = (state: State, events: readonly EngineEvent[]): State => {
	const {timeline} = state;
	const told = timeline.flatMap(({event}) => ('ref' in event ? [event] : []));
	const firstMillis = told[0]?.atMillis ?? Number.POSITIVE_INFINITY;
	const missed = events.filter(
		event => event.atMillis <= firstMillis && !told.some(other => isSame(other, event)),
	);
	const room = Math.max(0, maxTimelineEntries - timeline.length);
	const kept = missed.slice(Math.max(0, missed.length - room));
	const firstSeq = (timeline[0]?.seq ?? 1) - kept.length;
	const entries = kept.map((event, index) => ({seq: firstSeq + index, ...heard(state, event)}));
	return entries.length === 0 ? state : {...state, timeline: [...entries, ...timeline]};
};

const isConnected = ({connection: {status}}: State): boolean =>
	status === 'live' || status === 'stale';

const lost = (
	{engine}: State,
	{atMillis: ourMillis, failure}: Extract<Action, {type: 'connection/lost'}>,
): NewEntry => {
	const atMillis = engineMillis(ourMillis, engine);
	const reason = failure.brief ?? failure.message;
	return {atMillis, event: {kind: 'connection.lost', atMillis, reason}};
};

/** Not of the first one, which is no news. */
const withBack = (state: State, ourMillis: number): State => {
	const {connection, engine} = state;
	if (connection.status !== 'lost' || connection.answeredAtMillis === undefined) return state;
	const atMillis = engineMillis(ourMillis, engine);
	const awayMillis = ourMillis - connection.answeredAtMillis;
	return withEntry(state, {atMillis, event: {kind: 'connection.back', atMillis, awayMillis}});
};
