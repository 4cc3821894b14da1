import type {Message} from './act/act-state.ts';
import type {State} from './state.ts';

const successMillis = 3000;
const infoMillis = 6000;
/** What became of an action may come long after the key, when the eye is elsewhere. */
const outcomeMillis = 8000;

/**
 * The message for the status line: the newest error, which stays until it is dismissed, else the latest
 * message while it is fresh. What has become of an action since is shown before it goes back to the error.
 */
export const selectToast = ({messages, nowMillis}: State): Message | undefined => {
	const latest = messages.at(-1);
	const isFresh =
		latest !== undefined &&
		!latest.isDismissed &&
		// It may be newer than the latest tick; and much newer than a clock that was put back.
		Math.abs(nowMillis - latest.atMillis) < lasts(latest);
	if (isFresh && isOutcome(latest)) return latest;
	const error = messages.findLast(({level, isDismissed}) => level === 'error' && !isDismissed);
	return error ?? (isFresh ? latest : undefined);
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
