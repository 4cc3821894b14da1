import type {State} from '../store/state.ts';
import type {Store} from '../store/store.ts';
import type {SyncContext} from './context.ts';

/** Resolves as soon as the state is so, or when aborted. */
export const when = (
	store: Store,
	isSo: (state: State) => boolean,
	signal: AbortSignal,
): Promise<void> =>
	new Promise(resolve => {
		const look = (): void => {
			if (!signal.aborted && !isSo(store.getState())) return;
			unsubscribe();
			signal.removeEventListener('abort', look);
			resolve();
		};
		const unsubscribe = store.subscribe(look);
		signal.addEventListener('abort', look);
		look();
	});

/** The same, but not longer than that time. */
export const whenWithin = async (
	{store, clock, signal}: SyncContext,
	isSo: (state: State) => boolean,
	millis: number,
): Promise<void> => {
	const over = new AbortController();
	const either = AbortSignal.any([signal, over.signal]);
	const timer = clock.sleep(millis, either).then(() => over.abort());
	await when(store, isSo, either);
	over.abort();
	await timer;
};
