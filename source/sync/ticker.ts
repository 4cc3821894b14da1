import type {SyncContext} from './context.ts';

const tickMillis = 1000;
/** Rows change places at most every so many ticks; figures move more. */
const reorderTicks = 2;

/** Ages on screen move on and the list is sorted anew, whatever the engine does. */
export const pumpTicks = async ({store, clock, signal}: SyncContext): Promise<void> => {
	for (let tick = 1; ; tick++) {
		await clock.sleep(tickMillis, signal);
		if (signal.aborted) return;
		const atMillis = clock.now();
		store.dispatch({type: 'clock/ticked', atMillis});
		if (tick % reorderTicks === 0) store.dispatch({type: 'list/reordered', atMillis});
	}
};
