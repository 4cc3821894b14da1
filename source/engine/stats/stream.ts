import type {ContainerRef} from '../../model/ids.ts';
import {wait} from '../wait.ts';
import {type Batcher, createBatcher} from './batcher.ts';
import type {StatsSampler, StatsSource} from './sampler.ts';

/** How soon a new target is noticed; asking costs nothing. */
const lookMillis = 250;
/** Before a stream that ended or failed is opened again, while the container is still a target. */
const reopenMillis = 2000;

/** Keeps one stream open for each target: for engines that answer a single question late. */
export const createStreamSampler = (source: StatsSource): StatsSampler => ({
	async *sample({targets, intervalMillis}, signal) {
		const batcher = createBatcher(intervalMillis);
		const open = new Map<string, AbortController>();
		const close = (id: string) => {
			open.get(id)?.abort();
			open.delete(id);
			batcher.forget(id);
		};
		const look = () => {
			const wanted = new Map(targets().map(ref => [ref.id, ref]));
			for (const id of open.keys()) if (!wanted.has(id)) close(id);
			for (const [id, ref] of wanted) {
				if (open.has(id)) continue;
				const controller = new AbortController();
				open.set(id, controller);
				void follow(source, ref, batcher, controller.signal);
			}
		};
		look();
		const looking = setInterval(look, lookMillis);
		try {
			yield* batcher.batches(signal);
		} finally {
			clearInterval(looking);
			for (const id of [...open.keys()]) close(id);
		}
	},
});

/** A failure only leaves the container without samples; whether the engine lives is the heartbeat's business. */
const follow = async (
	source: StatsSource,
	ref: ContainerRef,
	batcher: Batcher,
	signal: AbortSignal,
): Promise<void> => {
	while (!signal.aborted) {
		try {
			for await (const sample of await source.stream(ref, signal)) {
				if (signal.aborted) return;
				if (sample) batcher.put(sample);
			}
		} catch {
			// Tried again below, for as long as the container is a target.
		}
		await wait(reopenMillis, signal);
	}
};
