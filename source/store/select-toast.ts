import type {Message} from './act/act-state.ts';
import type {State} from './state.ts';

const successMillis = 3000;
const infoMillis = 6000;
/** What became of an action may come long after the key, when the eye is elsewhere. */
const outcomeMillis = 8000;

/**
 * The message for the status line: the newest error, which stays until it is dismissed, else the latest
 * message while it is fresh. What becomes of an action is shown before it goes back to an error that has
 * stood there for a while.
 */
export const selectToast = ({messages, nowMillis}: State): Message | undefined => {
	const latest = messages.at(-1);
	const isFresh =
		latest !== undefined &&
		!latest.isDismissed &&
		// It may be newer than the latest tick; and much newer than a clock that was put back.
		Math.abs(nowMillis - latest.atMillis) < lasts(latest);
	const error = messages.findLast(({level, isDismissed}) => level === 'error' && !isDismissed);
	if (error === undefined) return isFresh ? latest : undefined;
	const wasRead = latest !== undefined && latest.atMillis - error.atMillis >= outcomeMillis;
	return isFresh && isOutcome(latest) && wasRead ? latest : error;
};

/** With it comes the command that would have done the same. */
const isOutcome = ({details}: Message): boolean => details !== undefined;

const lasts = (message: Message): number => {
	if (isOutcome(message)) return outcomeMillis;
	return message.level === 'success' ? successMillis : infoMillis;
};

/** Errors that nobody has dismissed. */
export const selectErrorCount = ({messages}: State): number =>
	messages.filter(({level, isDismissed}) => level === 'error' && !isDismissed).length;
