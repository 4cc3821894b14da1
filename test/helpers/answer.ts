import {setTimeout as sleep} from 'node:timers/promises';
import type {Pty} from './pty.ts';

/** A question that has just appeared is deaf for 300 ms, so that no habit answers it. */
const deafMillis = 400;

/**
 * Says yes to a question, with one key: behind the question the same key means something else. What stands
 * on the screen was there before it was seen, so that after this time it listens.
 */
export const answerYes = async (screen: Pty, question: string): Promise<void> => {
	await screen.until(question, 60_000);
	await sleep(deafMillis);
	screen.type('y');
	await screen.until(text => !text.includes(question), 30_000);
};
