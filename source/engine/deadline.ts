import {EngineError} from '../model/engine-error.ts';

export interface Deadline {
	readonly signal: AbortSignal;
	readonly millis: number;
	/** What was asked, for the message: `list containers`. */
	readonly what: string;
}

export const abortError = (): Error => new DOMException('The call was aborted', 'AbortError');

/**
 * Runs work under its own timer. Rejects `timeout` when the time is over and `AbortError` when the
 * signal fires, whatever the work does: a response that is cut in the middle may leave a promise of
 * the HTTP client pending for ever. The signal handed to the work fires in both cases, so that it
 * can free its socket.
 */
export const withDeadline = async <T>(
	{signal, millis, what}: Deadline,
	work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
	if (signal.aborted) throw abortError();
	const controller = new AbortController();
	const cut = Promise.withResolvers<never>();
	const stop = (error: Error) => {
		cut.reject(error);
		controller.abort(abortError());
	};
	const onAbort = () => stop(abortError());
	const timer = setTimeout(() => stop(timeoutError(what, millis)), millis);
	signal.addEventListener('abort', onAbort, {once: true});
	try {
		return await Promise.race([work(controller.signal), cut.promise]);
	} finally {
		clearTimeout(timer);
		signal.removeEventListener('abort', onAbort);
	}
};

/** The work's result, or `AbortError` as soon as the signal fires; the work itself goes on. */
export const unlessAborted = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
	const cut = Promise.withResolvers<never>();
	const onAbort = () => cut.reject(abortError());
	if (signal.aborted) onAbort();
	signal.addEventListener('abort', onAbort, {once: true});
	try {
		return await Promise.race([work, cut.promise]);
	} finally {
		signal.removeEventListener('abort', onAbort);
	}
};

const timeoutError = (what: string, millis: number): EngineError =>
	new EngineError('timeout', `No answer within ${seconds(millis)} s: ${what}`, {
		brief: 'no answer',
		hint: 'The engine, or the way to it, may be overloaded or hung.',
	});

const seconds = (millis: number): string => String(Math.round(millis / 100) / 10);
