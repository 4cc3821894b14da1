import {engineMillis} from '../model/engine-clock.ts';
import type {SyncContext} from './context.ts';

/** Older ones nobody asks about at the start, and few engines remember them. */
const reachMillis = 3_600_000;

/** What happened before anybody listened; asked for once, because it goes on with what is heard. */
export class PastEvents {
	#isKnown = false;

	/**
	 * `untilMillis`: since when somebody listens, by this machine's clock; nothing may fall between. Never
	 * rejects: it may be unknown.
	 */
	async recall({engine, store, signal}: SyncContext, untilMillis: number): Promise<void> {
		if (this.#isKnown) return;
		const until = engineMillis(untilMillis, store.getState().engine);
		const span = {sinceMillis: until - reachMillis, untilMillis: until};
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
