import {engineMillis} from '../model/engine-clock.ts';
import type {SyncContext} from './context.ts';

/** Older ones nobody asks about at the start, and few engines remember them. */
const reachMillis = 3_600_000;

/** What happened before anybody listened; asked for once, because it goes on with what is heard. */
export class PastEvents {
	#isKnown = false;

	/** After the subscription, so that nothing falls between. Never rejects: it may be unknown. */
	async recall({engine, store, clock, signal}: SyncContext): Promise<void> {
		if (this.#isKnown) return;
		const untilMillis = engineMillis(clock.now(), store.getState().engine);
		const span = {sinceMillis: untilMillis - reachMillis, untilMillis};
		try {
			const events = await engine.pastEvents(span, signal);
			if (signal.aborted) return;
			this.#isKnown = true;
			store.dispatch({type: 'timeline/recalled', events});
		} catch {
			// Whether the engine is lost is known elsewhere; with the next connection it is asked again.
		}
	}
}
