import {EngineError} from '../model/engine-error.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import {sampleInterval} from '../model/pace.ts';
import type {ContainerUsage, StatsSample} from '../model/stats-sample.ts';
import {containerUsage} from '../model/usage.ts';
import type {SyncContext} from './context.ts';
import type {Forbid} from './refusals.ts';
import {statsTargets, watchedKeys} from './stats-targets.ts';

const retryMillis = 1000;

/** Samples every running container for as long as the signal lives; its own errors never end the connection. */
export const pumpStats = async (context: SyncContext, forbid: Forbid): Promise<void> => {
	const {engine, store, history, clock, intervalMillis, signal} = context;
	const previous = new Map<ContainerKey, StatsSample>();
	const targets = statsTargets(context);

	const take = (samples: readonly StatsSample[]): void => {
		const atMillis = clock.now();
		// A death takes the figures away, so what has none left is not compared with its life before.
		keepOnly(previous, store.getState().usages);
		const watched = new Set(watchedKeys(context));
		const usages = samples.map((sample): readonly [ContainerKey, ContainerUsage] => {
			const key = refKey(sample.ref);
			const usage = containerUsage(previous.get(key), sample, {
				atMillis,
				intervalMillis: sampleInterval(sample.origin, watched.has(key), intervalMillis),
			});
			previous.set(key, sample);
			return [key, usage];
		});
		for (const [key, usage] of usages) history.addUsage(key, usage);
		const isUnseen = !usages.some(([key]) => watched.has(key));
		if (usages.length > 0) store.dispatch({type: 'stats/sampled', usages, isUnseen});
	};

	while (!signal.aborted) {
		try {
			const options = {
				targets,
				onForbidden: () => forbid('stats'),
				...(intervalMillis !== undefined && {intervalMillis}),
			};
			for await (const samples of engine.stats(options, signal)) {
				if (!signal.aborted) take(samples);
			}
		} catch (error) {
			// The heartbeat decides whether the engine is lost; figures just stay away meanwhile.
			if (!signal.aborted && !(error instanceof EngineError)) throw error;
		}
		await clock.sleep(retryMillis, signal);
	}
};

const keepOnly = (
	samples: Map<ContainerKey, StatsSample>,
	known: ReadonlyMap<ContainerKey, unknown>,
): void => {
	for (const key of samples.keys()) {
		if (!known.has(key)) samples.delete(key);
	}
};
