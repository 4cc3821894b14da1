import {untilAborted} from '../engine/wait.ts';
import {EngineError, isForbidden, isTimeout} from '../model/engine-error.ts';
import type {EngineEvent} from '../model/engine-event.ts';
import type {SyncContext} from './context.ts';

/** Proxies and firewalls drop what has been silent for long, and tell nobody. */
const idleMillis = 300_000;

export interface EventFeed {
	/** A proxy forbids events: whoever waits for them has to ask. */
	readonly isForbidden: boolean;
	/** Exchanges the stream for a new one that goes on where this one is; no event is missed. */
	renew(): Promise<void>;
	/** Settles when aborted; rejects when the stream breaks or ends. */
	readonly done: Promise<void>;
}

/** Subscribes to the events; resolves once the engine accepted, so that what is asked later misses none. */
export const openEventFeed = async (
	{engine, clock, signal}: SyncContext,
	take: (event: EngineEvent) => void,
): Promise<EventFeed> => {
	const lost = Promise.withResolvers<never>();
	let life: AbortController | undefined;
	let heardAtMillis = clock.now();

	const listen = async (events: AsyncIterable<EngineEvent>, own: AbortSignal): Promise<void> => {
		try {
			for await (const event of events) {
				// Not because it was exchanged meanwhile: the new one does not tell what this one has.
				if (signal.aborted) return;
				heardAtMillis = clock.now();
				take(event);
			}
			if (!own.aborted)
				throw new EngineError('unreachable', 'The engine closed its event stream', {
					brief: 'the connection broke',
				});
		} catch (error) {
			if (!own.aborted) lost.reject(error);
		}
	};

	const subscribe = async (): Promise<void> => {
		const next = new AbortController();
		const own = AbortSignal.any([signal, next.signal]);
		const events = await engine.events(own);
		// Only now: while there are two, each event is told by the first that has it.
		life?.abort();
		life = next;
		heardAtMillis = clock.now();
		void listen(events, own);
	};

	const renew = async (): Promise<void> => {
		try {
			await subscribe();
		} catch (error) {
			// The old one still stands, and the heartbeat knows whether the engine is there.
			if (!signal.aborted && !isTimeout(error)) throw error;
		}
	};

	const renewIdle = async (): Promise<void> => {
		while (!signal.aborted) {
			const silentMillis = clock.now() - heardAtMillis;
			if (silentMillis >= idleMillis) await renew();
			// Also where it failed, the next try is after another idle time.
			const rest = silentMillis >= idleMillis ? idleMillis : idleMillis - silentMillis;
			await clock.sleep(rest, signal);
		}
	};

	try {
		await subscribe();
	} catch (error) {
		if (!isForbidden(error)) throw error;
		return {isForbidden: true, renew: async () => undefined, done: untilAborted(signal)};
	}
	return {isForbidden: false, renew, done: Promise.race([renewIdle(), lost.promise])};
};
