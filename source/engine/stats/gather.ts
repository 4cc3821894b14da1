import type {StatsSample} from '../../model/stats-sample.ts';

export interface Gatherer {
	put(sample: StatsSample): void;
	/** Ends when the signal fires. */
	batches(signal: AbortSignal): AsyncIterable<readonly StatsSample[]>;
}

/** Answers come one after the other: a batch ends when no more come for so long... */
const quietMillis = 60;
/** ...or after so long at most: less than from a container's first sample to its second, for both are needed. */
const longestWaitMillis = 150;

/**
 * Gathers samples that come together, so that the screen changes once for them. Of a container only
 * the newest is kept: a slow taker gets no backlog.
 */
export const createGatherer = (): Gatherer => {
	let fresh = new Map<string, StatsSample>();
	let firstPutAt = 0;
	let timer: NodeJS.Timeout | undefined;
	let wake: (() => void) | undefined;

	const ring = () => {
		timer = undefined;
		wake?.();
	};

	const untilDue = async (signal: AbortSignal) => {
		const {promise, resolve} = Promise.withResolvers<void>();
		wake = () => resolve();
		signal.addEventListener('abort', wake, {once: true});
		if (fresh.size > 0 && timer === undefined) resolve();
		await promise;
		signal.removeEventListener('abort', wake);
		wake = undefined;
	};

	return {
		put(sample) {
			const now = performance.now();
			if (fresh.size === 0) firstPutAt = now;
			fresh.set(sample.ref.id, sample);
			clearTimeout(timer);
			const longest = firstPutAt + longestWaitMillis - now;
			timer = setTimeout(ring, Math.max(0, Math.min(quietMillis, longest)));
		},
		async *batches(signal) {
			try {
				while (!signal.aborted) {
					await untilDue(signal);
					if (signal.aborted) return;
					const batch = [...fresh.values()];
					fresh = new Map();
					if (batch.length > 0) yield batch;
				}
			} finally {
				clearTimeout(timer);
			}
		},
	};
};
