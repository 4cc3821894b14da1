import type {Schedule} from '../store/store.ts';

/** 30 frames a second at most; the first change after a pause is shown at once. */
const frameMillis = 33;
/** What comes in pieces, such as the figures of many containers, is shown together. */
const soonMillis = 120;
/** A little more than the second after which the next figures come: shown with them. */
const withFiguresMillis = 1100;
/** While none come: a little less, so that the clock leaves no second out. */
const byItselfMillis = 900;

/** Puts what changed on the screen once a frame, however often it changes. */
export const createFrameSchedule = (now: () => number): Schedule => {
	let flushedAtMillis = Number.NEGATIVE_INFINITY;
	let wasByItself = false;
	let timer: NodeJS.Timeout | undefined;
	return (flush, pace) => {
		// What could wait longer is shown with this.
		clearTimeout(timer);
		const pauses = {
			now: frameMillis,
			soon: soonMillis,
			'with others': wasByItself ? byItselfMillis : withFiguresMillis,
		};
		const run = (): void => {
			flushedAtMillis = now();
			wasByItself = pace === 'with others';
			flush();
		};
		const waitMillis = flushedAtMillis + pauses[pace] - now();
		if (waitMillis <= 0) setImmediate(run);
		else timer = setTimeout(run, waitMillis);
	};
};
