import type {StatsSample} from '../../model/stats-sample.ts';

export interface Batcher {
	put(sample: StatsSample): void;
	/** The container is no target any more: should it come back, it counts as new. */
	forget(id: string): void;
	/** Ends when the signal fires. */
	batches(signal: AbortSignal): AsyncIterable<readonly StatsSample[]>;
}

/** Engines sample their containers one after the other: a batch ends when no more come for so long... */
const quietMillis = 60;
/** ...or after so long at most. */
const longestWaitMillis = 250;
/** An engine's second is never exact; without this every other batch would miss its turn. */
const earlyMillis = 150;
/** It takes two samples to tell a CPU percentage; until then a container need not wait its turn. */
const samplesToKnow = 2;

/**
 * Collects samples to batches: one an interval, as soon as the samples that come together are in.
 * Only the newest sample of a container is kept, so that a slow taker gets no backlog.
 */
export const createBatcher = (intervalMillis: number): Batcher => {
	let fresh = new Map<string, StatsSample>();
	const taken = new Map<string, number>();
	let firstPutAt = 0;
	let lastPutAt = 0;
	let lastTurnAt = Number.NEGATIVE_INFINITY;
	let hasNewcomer = false;
	let timer: NodeJS.Timeout | undefined;
	let wake: (() => void) | undefined;

	const turnAt = () => lastTurnAt + intervalMillis - earlyMillis;

	const dueAt = () => {
		const complete = Math.min(lastPutAt + quietMillis, firstPutAt + longestWaitMillis);
		return hasNewcomer ? complete : Math.max(complete, turnAt());
	};

	const arm = () => {
		timer = setTimeout(
			() => {
				timer = undefined;
				if (performance.now() + 1 < dueAt()) arm();
				else wake?.();
			},
			// What a slow taker left lying is overdue; Node warns of a negative delay, over the screen.
			Math.max(0, Math.ceil(dueAt() - performance.now())),
		);
	};

	const take = (): readonly StatsSample[] => {
		const batch = [...fresh.values()];
		const now = performance.now();
		if (now >= turnAt()) lastTurnAt = now;
		for (const {ref} of batch) taken.set(ref.id, (taken.get(ref.id) ?? 0) + 1);
		fresh = new Map();
		hasNewcomer = false;
		return batch;
	};

	const nextDue = async (signal: AbortSignal) => {
		const {promise, resolve} = Promise.withResolvers<void>();
		wake = resolve;
		signal.addEventListener('abort', wake, {once: true});
		if (fresh.size > 0 && !timer) arm();
		await promise;
		signal.removeEventListener('abort', wake);
		wake = undefined;
	};

	return {
		put(sample) {
			const now = performance.now();
			if (fresh.size === 0) firstPutAt = now;
			lastPutAt = now;
			fresh.set(sample.ref.id, sample);
			if ((taken.get(sample.ref.id) ?? 0) < samplesToKnow) hasNewcomer = true;
			if (hasNewcomer) clearTimeout(timer);
			if (hasNewcomer || !timer) arm();
		},
		forget(id) {
			taken.delete(id);
			fresh.delete(id);
		},
		async *batches(signal) {
			try {
				while (!signal.aborted) {
					await nextDue(signal);
					if (signal.aborted) return;
					if (fresh.size > 0) yield take();
				}
			} finally {
				clearTimeout(timer);
			}
		},
	};
};
