import {EngineError} from '../model/engine-error.ts';
import type {SyncContext} from './context.ts';

/** Most engines have listed all by then. */
const patienceMillis = 100;

/**
 * Waits for the first whole list. Where thousands have stopped it takes seconds: what runs is asked
 * for meanwhile, and shown as if it were all.
 */
export const showUpUntil = async (
	{engine, store, clock, signal}: Pick<SyncContext, 'engine' | 'store' | 'clock' | 'signal'>,
	whole: Promise<void>,
): Promise<void> => {
	const over = new AbortController();
	const life = AbortSignal.any([signal, over.signal]);

	const showUp = async (): Promise<void> => {
		await clock.sleep(patienceMillis, life);
		// After a lost connection what was known is still shown.
		if (life.aborted || store.getState().containers.status !== 'loading') return;
		try {
			const containers = await engine.listUp(life);
			// "No containers" would be wrong where all have stopped.
			if (life.aborted || containers.length === 0) return;
			store.dispatch({type: 'containers/listed', containers, atMillis: clock.now()});
		} catch (error) {
			// The whole list tells what is wrong with the engine.
			if (!life.aborted && !(error instanceof EngineError)) throw error;
		}
	};

	await Promise.all([whole.finally(() => over.abort()), showUp()]);
};
