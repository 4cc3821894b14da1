import type {ContainerRef} from '../../model/ids.ts';
import {createBatcher} from './batcher.ts';
import type {StatsSampler, StatsSource} from './sampler.ts';

const lookMillis = 100;
/** More at once make an engine slower for everybody, fewer make the round longer. */
const concurrency = 8;
/** From the first sample of a container to its second: its CPU is known soon. */
const firstGapMillis = 250;

interface Target {
	readonly ref: ContainerRef;
	nextAt: number;
	samples: number;
	isAsked: boolean;
}

/** Asks for each sample by itself: for engines that answer at once. */
export const createOneShotSampler = (source: StatsSource): StatsSampler => ({
	async *sample({targets, intervalMillis}, signal) {
		const batcher = createBatcher(intervalMillis);
		const end = new AbortController();
		let known = new Map<string, Target>();
		const waiting: Target[] = [];
		let active = 0;

		const ask = async (target: Target) => {
			active++;
			try {
				const sample = await source.readOnce(target.ref, end.signal);
				target.samples++;
				if (sample && known.has(target.ref.id)) batcher.put(sample);
			} catch {
				// Left out of this round and asked again in the next; the heartbeat watches the engine.
			}
			target.isAsked = false;
			active--;
			askNext();
		};

		const askNext = () => {
			while (active < concurrency && !end.signal.aborted) {
				const target = waiting.shift();
				if (!target) return;
				if (known.has(target.ref.id)) void ask(target);
			}
		};

		const look = () => {
			const now = performance.now();
			const previous = known;
			known = new Map(targets().map(ref => [ref.id, previous.get(ref.id) ?? newTarget(ref, now)]));
			for (const id of previous.keys()) if (!known.has(id)) batcher.forget(id);
			for (const target of known.values()) {
				if (target.isAsked || target.nextAt > now + lookMillis / 2) continue;
				target.isAsked = true;
				target.nextAt = nextAt(target, now, intervalMillis);
				waiting.push(target);
			}
			askNext();
		};

		look();
		const looking = setInterval(look, lookMillis);
		try {
			yield* batcher.batches(signal);
		} finally {
			clearInterval(looking);
			end.abort();
		}
	},
});

const newTarget = (ref: ContainerRef, now: number): Target => ({
	ref,
	nextAt: now,
	samples: 0,
	isAsked: false,
});

/** On the beat, or from now where the beat was missed. */
const nextAt = (target: Target, now: number, intervalMillis: number): number => {
	if (target.samples === 0) return now + Math.min(firstGapMillis, intervalMillis);
	const onBeat = target.nextAt + intervalMillis;
	return onBeat > now ? onBeat : now + intervalMillis;
};
