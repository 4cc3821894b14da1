import type {Action} from './action.ts';
import {reduce} from './reduce.ts';
import type {State} from './state.ts';

/** Puts off `flush` to a later moment; called again only after that flush. */
export type Schedule = (flush: () => void) => void;

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
	let isScheduled = false;
	const listeners = new Set<() => void>();
	const flush = (): void => {
		isScheduled = false;
		for (const listener of listeners) listener();
	};
	return {
		getState: () => state,
		dispatch(action) {
			const next = reduce(state, action);
			if (next === state) return;
			state = next;
			if (isScheduled) return;
			isScheduled = true;
			schedule(flush);
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
};
