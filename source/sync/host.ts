import type {EngineInfo} from '../model/engine-info.ts';
import type {SyncContext} from './context.ts';

/** Host figures for as long as the signal lives. */
export const pumpHost = async (context: SyncContext, engine: EngineInfo): Promise<void> => {
	const {hostSampler, store, history, intervalMillis, signal} = context;
	for await (const sample of hostSampler(engine, intervalMillis, signal)) {
		if (signal.aborted) return;
		history.addHost(sample);
		store.dispatch({type: 'host/sampled', sample});
	}
};
