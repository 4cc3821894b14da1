import type {Schedule} from '../store/store.ts';

/** 30 frames a second at most; the first change after a pause is shown at once. */
const frameMillis = 33;
/** What comes in pieces, such as the figures of many containers, is shown together. */
const soonMillis = 120;
/** Of many containers over the API: the answers to one round of questions. */
const gatherMillis = 250;
/** A little more than the second after which the next figures come: shown with them. */
const withFiguresMillis = 1100;
/** While none come: a little less, so that the clock leaves no second out. */
const byItselfMillis = 900;

/** Puts what changed on the screen once a frame, however often it changes. */
export const createFrameSchedule = (now: () => number): Schedule => {
	let flushedAtMillis = Number.NEGATIVE_INFINITY;
	let wasByItself = false;
	/** Of the flush that is to come. */
	let plannedMillis = Number.POSITIVE_INFINITY;
	let timer: NodeJS.Timeout | undefined;
	return (flush, urgency) => {
		// What could wait longer is shown with this.
		clearTimeout(timer);
		const atMillis = now();
		const dueMillis = {
			now: flushedAtMillis + frameMillis,
			soon: flushedAtMillis + soonMillis,
			gathered: atMillis + gatherMillis,
			'with others': flushedAtMillis + (wasByItself ? byItselfMillis : withFiguresMillis),
		}[urgency];
		plannedMillis = Math.min(plannedMillis, dueMillis);
		const run = (): void => {
			plannedMillis = Number.POSITIVE_INFINITY;
			flushedAtMillis = now();
			wasByItself = urgency === 'with others';
			flush();
		};
		const waitMillis = plannedMillis - atMillis;
		if (waitMillis <= 0) setImmediate(run);
		else timer = setTimeout(run, waitMillis);
	};
};
