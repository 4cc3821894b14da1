import type {SyncContext} from './context.ts';

const tickMillis = 1000;
/** Rows change places at most this often; figures move more. */
const reorderMillis = 2000;

/** Ages on screen move on and the list is sorted anew, whatever the engine does. */
export const pumpTicks = async (context: SyncContext): Promise<void> => {
	const {store, clock, signal} = context;
	let reorderedAtMillis = clock.now();
	while (!signal.aborted) {
		await clock.sleep(tickMillis, signal);
		const atMillis = clock.now();
		store.dispatch({type: 'clock/ticked', atMillis});
		if (atMillis - reorderedAtMillis < reorderMillis) continue;
		reorderedAtMillis = atMillis;
		store.dispatch({type: 'list/reordered', atMillis});
	}
};
