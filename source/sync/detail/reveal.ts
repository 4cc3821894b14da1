import type {SyncContext} from '../context.ts';
import {when} from '../when.ts';

const stepMillis = 1000;

/** Counts down while a secret is shown, so that it is covered again whether anything else happens or not. */
export const pumpReveal = async ({
	store,
	clock,
	signal,
}: Pick<SyncContext, 'store' | 'clock' | 'signal'>): Promise<void> => {
	while (!signal.aborted) {
		await when(store, ({detail}) => detail.revealed !== undefined, signal);
		await clock.sleep(stepMillis, signal);
		if (!signal.aborted) store.dispatch({type: 'detail/counted', millis: stepMillis});
	}
};
