import type {Schedule} from '../store/store.ts';

/** 30 frames a second at most; the first change after a pause is shown at once. */
const frameMillis = 33;

/** Puts what changed on the screen once a frame, however often it changes. */
export const createFrameSchedule = (now: () => number): Schedule => {
	let flushedAtMillis = Number.NEGATIVE_INFINITY;
	return flush => {
		const run = (): void => {
			flushedAtMillis = now();
			flush();
		};
		const waitMillis = flushedAtMillis + frameMillis - now();
		if (waitMillis <= 0) setImmediate(run);
		else setTimeout(run, waitMillis);
	};
};
