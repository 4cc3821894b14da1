import type {EngineInfo} from '../model/engine-info.ts';
import type {Pause, SyncContext} from './context.ts';

const usualMillis = 1000;
/** While another window has the focus. */
const seldomMillis = 5000;
/** Of a shorter time the use of the CPU says nothing. */
const leastMillis = 200;

/** Host figures for as long as the signal lives. */
export const pumpHost = async (context: SyncContext, engine: EngineInfo): Promise<void> => {
	const {hostSampler, store, history, viewport, signal} = context;
	const wantsDetail = (): boolean => viewport.isOnHost;
	for await (const sample of hostSampler(engine, pauseOf(context), signal, wantsDetail)) {
		if (signal.aborted) return;
		history.addHost(sample);
		store.dispatch({type: 'host/sampled', sample});
	}
};

/** As long as the user chose; else it ends early when somebody looks again. */
const pauseOf =
	({clock, viewport, intervalMillis}: SyncContext): Pause =>
	async signal => {
		const beganAtMillis = clock.now();
		const looked = new AbortController();
		const stopListening = viewport.onSeen(() => {
			if (intervalMillis === undefined) looked.abort();
		});
		const millis = intervalMillis ?? (viewport.isSeen ? usualMillis : seldomMillis);
		await clock.sleep(millis, AbortSignal.any([signal, looked.signal]));
		stopListening();
		const restMillis = leastMillis - (clock.now() - beganAtMillis);
		if (restMillis > 0) await clock.sleep(restMillis, signal);
	};
