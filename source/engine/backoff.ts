export interface BackoffOptions {
	readonly firstMillis?: number;
	readonly longestMillis?: number;
	/** 0 to below 1, as `Math.random` gives. */
	readonly random: () => number;
}

export interface Backoff {
	/** Milliseconds to wait before the next try. */
	next(): number;
	/** After a success: the next delay is the first again. */
	reset(): void;
}

/**
 * Delays that double from 0.25 s to 5 s. Each is cut by up to a half at random, so that many
 * watchers of one engine do not come back in the same instant.
 */
export const createBackoff = ({
	firstMillis = 250,
	longestMillis = 5000,
	random,
}: BackoffOptions): Backoff => {
	let full = firstMillis;
	return {
		next() {
			const delay = full * (1 - random() / 2);
			full = Math.min(full * 2, longestMillis);
			return Math.round(delay);
		},
		reset() {
			full = firstMillis;
		},
	};
};
