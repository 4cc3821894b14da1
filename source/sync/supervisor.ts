import type {Backoff} from '../engine/backoff.ts';
import {createBackoff} from '../engine/backoff.ts';
import {EngineError, isAbortError} from '../model/engine-error.ts';
import {pumpContainers} from './containers.ts';
import type {SyncContext} from './context.ts';
import {until} from './context.ts';
import {startDetails} from './details.ts';
import {toFailure} from './failure.ts';
import {pumpHost} from './host.ts';
import {pumpStats} from './stats.ts';

/** A silent stream proves nothing, so the engine is asked. */
const heartbeatMillis = 2000;

export interface Supervisor {
	/** Try now instead of at the end of the wait. */
	retry(): void;
	readonly done: Promise<void>;
}

/**
 * Holds the connection for as long as the signal lives: connects, runs the pumps, and when
 * anything shows that the engine is lost, stops them all, says so, waits and begins again with a
 * full list.
 */
export const startSupervisor = (context: SyncContext): Supervisor => {
	const {store, clock, signal} = context;
	let wait = new AbortController();

	const run = async (): Promise<void> => {
		const backoff = createBackoff({random: Math.random});
		while (!signal.aborted) {
			const failure = await connectOnce(context, backoff);
			if (failure === undefined || signal.aborted) return;
			const delayMillis = Math.max(backoff.next(), leastDelay(failure));
			const atMillis = clock.now();
			store.dispatch({
				type: 'connection/lost',
				failure: toFailure(failure),
				atMillis,
				retryAtMillis: atMillis + delayMillis,
			});
			wait = new AbortController();
			await clock.sleep(delayMillis, AbortSignal.any([signal, wait.signal]));
		}
	};
	return {retry: () => wait.abort(), done: run()};
};

const leastDelay = (failure: unknown): number =>
	(failure instanceof EngineError ? failure.retryAfterMillis : undefined) ?? 0;

/** One life of the connection; returns why it ended, undefined when aborted from outside. */
const connectOnce = async (context: SyncContext, backoff: Backoff): Promise<unknown> => {
	const life = new AbortController();
	const signal = AbortSignal.any([context.signal, life.signal]);
	const inner = until(context, signal);
	try {
		const engine = await context.engine.connect(signal);
		if (signal.aborted) return undefined;
		context.store.dispatch({type: 'connection/opened', engine, atMillis: context.clock.now()});
		const lost = Promise.withResolvers<never>();
		const details = startDetails(inner, lost.reject);
		await Promise.race([
			lost.promise,
			Promise.all([
				pumpContainers(inner, details),
				pumpStats(inner),
				pumpHost(inner, engine),
				heartbeat(inner, backoff),
			]),
		]);
		return undefined;
	} catch (error) {
		return isAbortError(error) && context.signal.aborted ? undefined : error;
	} finally {
		life.abort();
	}
};

/** Only an engine that has answered for a while is tried again without delay when it is lost. */
const heartbeat = async ({engine, clock, signal}: SyncContext, backoff: Backoff): Promise<void> => {
	for (;;) {
		await clock.sleep(heartbeatMillis, signal);
		if (signal.aborted) return;
		await engine.ping(signal);
		backoff.reset();
	}
};
