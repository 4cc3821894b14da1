import {isTimeout} from '../model/engine-error.ts';
import type {Bell} from './bell.ts';
import type {SyncContext} from './context.ts';
import {toFailure} from './failure.ts';

/** Events come in bursts, one restart is six: read the list once for all of them. */
const coalesceMillis = 120;
/** Where they never end, each list waits twice as long as the one before, up to this. */
const longestMillis = 1000;
/** After so long without a list the next one waits no longer than the first. */
const calmMillis = 2000;
/** A list may take seconds where there are thousands of containers: most of the time there is none. */
const restPerList = 4;
/** Events can be lost without a sign (the engine's ring holds 256), so the list is read anyway. */
const reconcileMillis = 30_000;
/** The same where there are no events at all. */
const blindMillis = 3000;
/** Until the next try, when the engine needed too long. */
const retryMillis = 5000;

/**
 * Lists again for as long as the signal lives: when the bell rings, and without now and then, or often
 * where nothing is heard.
 */
export const keepListing = async (
	{store, clock, signal}: SyncContext,
	changed: Bell,
	list: () => Promise<void>,
	hearsEvents = true,
): Promise<void> => {
	let endedAtMillis = Number.NEGATIVE_INFINITY;
	let tookMillis = 0;
	/** Lists in a row. */
	let streak = 0;
	let isTold = false;

	const ringsOrTimePasses = async (): Promise<void> => {
		const nap = new AbortController();
		const either = AbortSignal.any([signal, nap.signal]);
		const millis = hearsEvents ? reconcileMillis : blindMillis;
		await Promise.race([changed.rings(either), clock.sleep(millis, either)]);
		nap.abort();
	};

	const tell = (error: unknown): void => {
		// While nothing at all is answered, the screen says so.
		if (isTold || store.getState().connection.status !== 'live') return;
		isTold = true;
		const text = `the list of containers is old: ${toFailure(error).message}`;
		store.dispatch({type: 'message/added', level: 'error', text, atMillis: clock.now()});
	};

	while (!signal.aborted) {
		await ringsOrTimePasses();
		const isCalm = clock.now() - endedAtMillis >= calmMillis;
		streak = isCalm ? 0 : streak + 1;
		// One more at once, for what two quick actions bring about.
		const pauseMillis = Math.min(coalesceMillis * 2 ** Math.max(0, streak - 1), longestMillis);
		const restMillis = isCalm ? 0 : Math.min(restPerList * tookMillis, reconcileMillis);
		await clock.sleep(Math.max(pauseMillis, restMillis), signal);
		changed.reset();
		if (signal.aborted) return;
		const beganAtMillis = clock.now();
		try {
			await list();
			tookMillis = clock.now() - beganAtMillis;
			isTold = false;
		} catch (error) {
			// An engine that cannot list in time may do everything else; the heartbeat decides.
			if (!isTimeout(error)) throw error;
			tell(error);
			changed.ring();
			await clock.sleep(retryMillis, signal);
		}
		endedAtMillis = clock.now();
	}
};
