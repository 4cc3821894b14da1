/** Waits; ends early, without an error, when the signal fires. */
export const wait = (millis: number, signal: AbortSignal): Promise<void> => {
	const {promise, resolve} = Promise.withResolvers<void>();
	if (signal.aborted) {
		resolve();
		return promise;
	}
	const done = () => {
		clearTimeout(timer);
		signal.removeEventListener('abort', done);
		resolve();
	};
	const timer = setTimeout(done, millis);
	signal.addEventListener('abort', done, {once: true});
	return promise;
};

/** Resolves when the signal fires; never rejects. */
export const untilAborted = (signal: AbortSignal): Promise<void> => {
	const {promise, resolve} = Promise.withResolvers<void>();
	if (signal.aborted) resolve();
	signal.addEventListener('abort', () => resolve(), {once: true});
	return promise;
};
