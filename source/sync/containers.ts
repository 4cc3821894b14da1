import type {EngineEvent} from '../model/engine-event.ts';
import {refKey} from '../model/ids.ts';
import type {Action} from '../store/action.ts';
import {applyEvent, type EventTimes} from './apply-event.ts';
import type {Bell} from './bell.ts';
import {createContainerReader} from './container-reader.ts';
import type {SyncContext} from './context.ts';
import type {DetailsPump} from './details.ts';
import {type EventFeed, openEventFeed} from './event-feed.ts';
import {keepListing} from './keep-listing.ts';
import {ListedStatuses} from './listed-statuses.ts';
import type {PastEvents} from './past-events.ts';
import type {Forbid} from './refusals.ts';
import {showUpUntil} from './show-up.ts';

/** What changes the details while the state stays what it was; the rest is found by the list. */
const isToInspect = (event: EngineEvent): boolean =>
	event.kind === 'container.health' ||
	event.kind === 'container.oom' ||
	(event.kind === 'container.changed' && (event.action === 'start' || event.action === 'update'));

/** `changed`: something happened, list soon. `gap`: something may have been missed for a while. */
interface ContainerBells {
	readonly changed: Bell;
	readonly gap: Bell;
}

interface ContainerPorts {
	readonly details: DetailsPump;
	readonly bells: ContainerBells;
	readonly past?: PastEvents;
	readonly forbid: Forbid;
}

/**
 * Keeps the list of containers: events are subscribed before the first list, so nothing that
 * happens between the two is missed. Ends when aborted; rejects when the engine is lost.
 */
export const pumpContainers = async (
	context: SyncContext,
	{details, bells, past, forbid}: ContainerPorts,
): Promise<void> => {
	const {store, history, clock, deaths, signal} = context;
	const reader = createContainerReader(context);
	const times: EventTimes = new Map();
	const statuses = new ListedStatuses();
	/** What comes while a list is under way: it may have been made before or after. */
	let meanwhile: EngineEvent[] | undefined;

	const take = (event: EngineEvent): void => {
		meanwhile?.push(event);
		reader.note(event.ref);
		deaths.note(event);
		store.dispatch({type: 'timeline/heard', event});
		applyEvent(store, times, event);
		if (isToInspect(event)) details.refresh(refKey(event.ref));
		if (event.kind !== 'container.health') bells.changed.ring();
	};

	/** What may not be inspected is not asked about with each new status. */
	const refreshChanged = (listed: Action): void => {
		if (store.getState().forbidden.includes('inspect')) return;
		for (const key of statuses.changed(listed)) details.refresh(key);
	};

	const list = async (): Promise<void> => {
		const missed: EngineEvent[] = [];
		meanwhile = missed;
		try {
			const listed = await reader.read();
			if (signal.aborted) return;
			store.dispatch(listed);
			if (feed.isForbidden) refreshChanged(listed);
		} finally {
			meanwhile = undefined;
		}
		for (const event of missed) applyEvent(store, times, event);
		const {byKey} = store.getState().containers;
		for (const key of times.keys()) if (!byKey.has(key)) times.delete(key);
		history.keepOnly(byKey);
		details.fill();
	};

	const feed: EventFeed = await openEventFeed(context, take);
	const heardMillis = clock.now();
	if (feed.isForbidden) forbid('events');

	const closeGaps = async (): Promise<void> => {
		while (!signal.aborted) {
			await bells.gap.rings(signal);
			bells.gap.reset();
			if (signal.aborted) return;
			await feed.renew();
			reader.noteGap();
			bells.changed.ring();
		}
	};

	await Promise.all([
		feed.done,
		showUpUntil(context, list()).then(() => {
			// Names first: the engine would look for them in its memory while it lists.
			if (!feed.isForbidden) void past?.recall(context, heardMillis);
			return keepListing(context, bells.changed, list, !feed.isForbidden);
		}),
		closeGaps(),
	]);
};
