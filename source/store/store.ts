import type {Action} from './action.ts';
import {isSooner, type Pace, paceOf} from './pace.ts';
import {reduce} from './reduce.ts';
import type {State} from './state.ts';

/** Puts off `flush` to a later moment; called again before it only with a pace that is sooner. */
export type Schedule = (flush: () => void, pace: Pace) => void;

export interface Store {
	getState(): State;
	/** Synchronous; listeners hear of it once a frame. */
	dispatch(action: Action): void;
	/** Returns the way to stop. */
	subscribe(listener: () => void): () => void;
}

/** One state, changed only by actions. The scheduler decides when listeners are told, so that a burst of samples costs one frame. */
export const createStore = (initial: State, schedule: Schedule): Store => {
	let state = initial;
	/** Of the flush that is to come. */
	let scheduled: Pace | undefined;
	const listeners = new Set<() => void>();
	const flush = (): void => {
		if (scheduled === undefined) return;
		scheduled = undefined;
		for (const listener of listeners) listener();
	};
	return {
		getState: () => state,
		dispatch(action) {
			const next = reduce(state, action);
			if (next === state) return;
			const pace = paceOf(action, state);
			state = next;
			if (scheduled !== undefined && !isSooner(pace, scheduled)) return;
			scheduled = pace;
			schedule(flush, pace);
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
};
