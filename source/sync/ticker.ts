import type {SyncContext} from './context.ts';

const tickMillis = 1000;
/** Rows change places at most every so many ticks; figures move more. */
const reorderTicks = 2;
/** The clock moved on without us, or was set: the machine slept, or this program was stopped. */
const jumpMillis = 5000;

/**
 * Ages on screen move on and the list is sorted anew, whatever the engine does. A timer counts the
 * time in which the machine is awake, and the clock all of it: `onJump` hears when they differ, and
 * what the clock said before.
 */
export const pumpTicks = async (
	{store, clock, signal}: SyncContext,
	onJump: (beforeMillis: number) => void,
): Promise<void> => {
	let beforeMillis = clock.now();
	for (let tick = 1; ; tick++) {
		await clock.sleep(tickMillis, signal);
		if (signal.aborted) return;
		const atMillis = clock.now();
		if (Math.abs(atMillis - beforeMillis - tickMillis) > jumpMillis) onJump(beforeMillis);
		beforeMillis = atMillis;
		store.dispatch({type: 'clock/ticked', atMillis});
		if (tick % reorderTicks === 0) store.dispatch({type: 'list/reordered', atMillis});
	}
};
