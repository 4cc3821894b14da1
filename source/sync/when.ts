import type {State} from '../store/state.ts';
import type {Store} from '../store/store.ts';

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
