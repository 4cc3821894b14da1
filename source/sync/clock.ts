/** Time as the pumps see it; tests bring their own. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Resolves after that time, or at once when aborted; never rejects. */
	sleep(millis: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	sleep: (millis, signal) =>
		new Promise(resolve => {
			if (signal.aborted) return resolve();
			const done = (): void => {
				clearTimeout(timer);
				signal.removeEventListener('abort', done);
				resolve();
			};
			const timer = setTimeout(done, millis);
			signal.addEventListener('abort', done);
		}),
};
