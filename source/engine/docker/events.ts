import type {EngineEvent} from '../../model/engine-event.ts';
import type {HostId} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {withDeadline} from '../deadline.ts';
import type {EventSpan} from '../engine.ts';
import {jsonLines} from '../ndjson.ts';
import type {Client} from './client.ts';
import type {EventMemory} from './event-memory.ts';
import {mapEvent} from './map-event.ts';

/**
 * Filtered by the engine, because each health probe makes three `exec` events: a hundred containers
 * would send thirty of them a second. Podman's words are among them.
 */
const filters = {
	type: ['container'],
	event: [
		'create',
		'start',
		'die',
		'died',
		'pause',
		'unpause',
		'rename',
		'update',
		'health_status',
		'oom',
		'kill',
		'destroy',
		'remove',
	],
};

/**
 * Settles once the engine accepted the subscription, also when nothing happens for hours. Begins
 * with what happened since the last event that is remembered, as far as the engine still knows.
 */
export const openEvents = async (
	client: Client,
	hostId: HostId,
	memory: EventMemory,
	signal: AbortSignal,
): Promise<AsyncIterable<EngineEvent>> => {
	const query = {filters: JSON.stringify(filters), ...known('since', memory.since)};
	const {chunks} = await client.open(
		{method: 'GET', path: '/events', query, what: 'events', deadlineMillis: 10_000},
		signal,
	);
	return toEvents(chunks, hostId, memory);
};

/** More than Docker keeps. */
const mostPast = 1000;
const pastMillis = 5000;

/** What the engine remembers of that time, oldest first; it disturbs no subscription. */
export const pastEvents = (
	client: Client,
	hostId: HostId,
	{sinceMillis, untilMillis}: EventSpan,
	signal: AbortSignal,
): Promise<readonly EngineEvent[]> =>
	withDeadline({signal, millis: pastMillis, what: 'past events'}, async inner => {
		// Podman knows no parts of a second here, and of an end that has passed it stops reading at once, before
		// most has been told.
		const end = client.isPodman()
			? {stream: false}
			: {until: String(Math.ceil(untilMillis / 1000))};
		const since = String(Math.floor(sinceMillis / 1000));
		const query = {filters: JSON.stringify(filters), since, ...end};
		const {chunks} = await client.open(
			{method: 'GET', path: '/events', query, what: 'past events', deadlineMillis: pastMillis},
			inner,
		);
		const events: EngineEvent[] = [];
		for await (const {value} of jsonLines(chunks)) {
			const event = mapEvent(value, hostId);
			if (event === undefined) continue;
			if (event.atMillis >= sinceMillis && event.atMillis <= untilMillis) events.push(event);
		}
		return events.slice(-mostPast);
	});

async function* toEvents(
	chunks: AsyncIterable<Uint8Array>,
	hostId: HostId,
	memory: EventMemory,
): AsyncGenerator<EngineEvent> {
	for await (const {value, text} of jsonLines(chunks)) {
		if (!memory.isNew(value, text)) continue;
		const event = mapEvent(value, hostId);
		if (event) yield event;
	}
}
