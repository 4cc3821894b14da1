import type {Action} from './action.ts';
import {reduce} from './reduce.ts';
import type {State} from './state.ts';
import {isMoreUrgent, type Urgency, urgencyOf} from './urgency.ts';

/** Puts off `flush` to a later moment; called again before it only with more urgency. */
export type Schedule = (flush: () => void, urgency: Urgency) => void;

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
	let scheduled: Urgency | undefined;
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
			const urgency = urgencyOf(action, state);
			state = next;
			if (scheduled !== undefined && !isMoreUrgent(urgency, scheduled)) return;
			scheduled = urgency;
			schedule(flush, urgency);
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
};
