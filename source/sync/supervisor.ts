import type {Backoff} from '../engine/backoff.ts';
import {createBackoff} from '../engine/backoff.ts';
import {EngineError, isAbortError, isTimeout} from '../model/engine-error.ts';
import {known} from '../model/known.ts';
import {Bell} from './bell.ts';
import {pumpContainers} from './containers.ts';
import type {SyncContext} from './context.ts';
import {until} from './context.ts';
import {DetailsPump} from './details.ts';
import {toFailure} from './failure.ts';
import {pumpHeartbeat} from './heartbeat.ts';
import {pumpHost} from './host.ts';
import {PastEvents} from './past-events.ts';
import {createForbid, type Forbid} from './refusals.ts';
import {pumpStats} from './stats.ts';
import {tellSkew} from './tell-skew.ts';

/** One that hangs cannot be hammered: each try lasts as long as its deadline anyway. */
const longestAfterTimeoutMillis = 1000;

/** Without figures nothing is sampled, neither of containers nor of the machine. */
type Watched = 'all' | 'containers';

export interface Supervisor {
	/** Try now instead of at the end of the wait. */
	retry(): void;
	/** Begin anew, because time has passed that this program knows nothing of: that since `knownMillis`. */
	resync(knownMillis: number): void;
	readonly done: Promise<void>;
}

/**
 * Holds the connection for as long as the signal lives: connects, runs the pumps, and when
 * anything shows that the engine is lost, stops them all, says so, waits and begins again with a
 * full list.
 */
export const startSupervisor = (context: SyncContext, watched: Watched = 'all'): Supervisor => {
	const {engine, store, clock, signal} = context;
	let wait = new AbortController();
	let renewal = new AbortController();
	/** Until then something was known, where the machine has slept since. */
	let knownMillis: number | undefined;
	const past = watched === 'all' ? new PastEvents() : undefined;
	const forbid = createForbid(context);
	const onOpened = (): void => {
		knownMillis = undefined;
	};

	/** Ends early when the user wants it, or when a new socket shows that an engine has started. */
	const waitForRetry = async (delayMillis: number, backoff: Backoff): Promise<void> => {
		wait = new AbortController();
		const nap = new AbortController();
		const over = AbortSignal.any([signal, wait.signal, nap.signal]);
		const replaced = engine.untilReplaced(over).then(() => {
			// What has just been started needs some tries close together.
			if (!over.aborted) backoff.reset();
		});
		await Promise.race([clock.sleep(delayMillis, over), replaced]);
		nap.abort();
	};

	const run = async (): Promise<void> => {
		const backoff = createBackoff({random: Math.random});
		while (!signal.aborted) {
			renewal = new AbortController();
			const failure = await connectOnce(context, renewal.signal, {
				...{backoff, onOpened, watched, forbid},
				...known('past', past),
			});
			if (signal.aborted) return;
			if (failure === undefined) continue;
			const next = backoff.next();
			const soon = isTimeout(failure) ? Math.min(next, longestAfterTimeoutMillis) : next;
			const delayMillis = Math.max(soon, leastDelay(failure));
			const atMillis = clock.now();
			store.dispatch({
				type: 'connection/lost',
				failure: toFailure(failure),
				atMillis,
				retryAtMillis: atMillis + delayMillis,
				...known('answeredAtMillis', knownMillis),
			});
			await waitForRetry(delayMillis, backoff);
		}
	};
	return {
		retry: () => wait.abort(),
		resync(before) {
			knownMillis = before;
			wait.abort();
			renewal.abort();
		},
		done: run(),
	};
};

const leastDelay = (failure: unknown): number =>
	(failure instanceof EngineError ? failure.retryAfterMillis : undefined) ?? 0;

interface ConnectPorts {
	readonly backoff: Backoff;
	readonly onOpened: () => void;
	readonly watched: Watched;
	readonly past?: PastEvents;
	readonly forbid: Forbid;
}

/** One life of the connection; returns why it ended, undefined when it was aborted. */
const connectOnce = async (
	context: SyncContext,
	renewal: AbortSignal,
	{backoff, onOpened, watched, past, forbid}: ConnectPorts,
): Promise<unknown> => {
	const {store, clock} = context;
	const life = new AbortController();
	const signal = AbortSignal.any([context.signal, renewal, life.signal]);
	const inner = until(context, signal);
	try {
		const engine = await context.engine.connect(signal);
		if (signal.aborted) return undefined;
		const before = store.getState().engine;
		store.dispatch({type: 'connection/opened', engine, atMillis: clock.now()});
		onOpened();
		tellSkew(inner, before, engine);
		for (const part of engine.forbidden ?? []) forbid(part);
		const lost = Promise.withResolvers<never>();
		const details = new DetailsPump(inner, {onLost: lost.reject, forbid});
		const bells = {changed: new Bell(), gap: new Bell()};
		await Promise.race([
			lost.promise,
			Promise.all([
				pumpContainers(inner, {details, bells, forbid, ...known('past', past)}),
				...(watched === 'all' ? [pumpStats(inner, forbid), pumpHost(inner, engine)] : []),
				// Only an engine that has answered for a while is tried again without delay when it is lost.
				pumpHeartbeat(inner, {onAnswer: backoff.reset, onGap: () => bells.gap.ring()}),
			]),
		]);
		return undefined;
	} catch (error) {
		return isAbortError(error) && signal.aborted ? undefined : error;
	} finally {
		life.abort();
	}
};
