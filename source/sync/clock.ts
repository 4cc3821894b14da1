import {wait} from '../engine/wait.ts';

/** Time as the pumps see it; tests bring their own. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Resolves after that time, or at once when aborted; never rejects. */
	sleep(millis: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {now: () => Date.now(), sleep: wait};
