import type {Message} from './act/act-state.ts';
import type {State} from './state.ts';

const successMillis = 3000;
const infoMillis = 6000;

/**
 * The message for the status line: the newest error, which stays until it is dismissed whatever
 * came after it, else the latest message while it is fresh.
 */
export const selectToast = ({messages, nowMillis}: State): Message | undefined => {
	const error = messages.findLast(({level, isDismissed}) => level === 'error' && !isDismissed);
	if (error !== undefined) return error;
	const latest = messages.at(-1);
	if (latest === undefined || latest.isDismissed) return undefined;
	const lasts = latest.level === 'success' ? successMillis : infoMillis;
	// It may be newer than the latest tick; and much newer than a clock that was put back.
	return Math.abs(nowMillis - latest.atMillis) < lasts ? latest : undefined;
};

/** Errors that nobody has dismissed. */
export const selectErrorCount = ({messages}: State): number =>
	messages.filter(({level, isDismissed}) => level === 'error' && !isDismissed).length;
