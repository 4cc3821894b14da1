import type {EngineInfo} from '../model/engine-info.ts';
import type {SyncContext} from './context.ts';

const usualMillis = 1000;
/** While another window has the focus. */
const seldomMillis = 5000;

/** Host figures for as long as the signal lives. */
export const pumpHost = async (context: SyncContext, engine: EngineInfo): Promise<void> => {
	const {hostSampler, store, history, viewport, intervalMillis, signal} = context;
	const pace = (): number => intervalMillis ?? (viewport.isSeen ? usualMillis : seldomMillis);
	for await (const sample of hostSampler(engine, pace, signal)) {
		if (signal.aborted) return;
		history.addHost(sample);
		store.dispatch({type: 'host/sampled', sample});
	}
};
