import {setTimeout as sleep} from 'node:timers/promises';

const pollMillis = 20;

/**
 * The first value of `probe` that is neither undefined nor false. Fails after the time, which is
 * long because the machine may be busy, saying what was waited for.
 */
export const until = async <Value>(
	probe: () => Value | undefined | false | Promise<Value | undefined | false>,
	what: string | (() => string),
	timeoutMillis = 15_000,
): Promise<Value> => {
	const deadline = performance.now() + timeoutMillis;
	for (;;) {
		const value = await probe();
		if (value !== undefined && value !== false) return value;
		if (performance.now() > deadline)
			throw new Error(`never saw ${typeof what === 'string' ? what : what()}`);
		await sleep(pollMillis);
	}
};
