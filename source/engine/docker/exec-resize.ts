import {EngineError} from '../../model/engine-error.ts';
import {wait} from '../wait.ts';
import type {Client} from './client.ts';

export interface Resizer {
	/** Settles when done, overtaken by a newer size, or given up; never rejects for what the engine says. */
	resize(columns: number, rows: number): Promise<void>;
	/** The process has ended: nothing is sent any more. */
	stop(): void;
}

const tries = 10;
/** Longer from try to try, as docker's CLI waits. */
const stepMillis = 10;
/** Engines let the call wait for the start of the process, up to ten seconds. */
const callMillis = 12_000;

/**
 * `path`: of the exec, or of the container. The terminal exists a moment after the start was answered, and no more once
 * the process ended.
 */
export const createResizer = (client: Client, path: string): Resizer => {
	let current = new AbortController();
	let isStopped = false;

	const send = async (columns: number, rows: number, signal: AbortSignal): Promise<void> => {
		const call = {
			method: 'POST',
			path: `${path}/resize`,
			query: {h: rows, w: columns},
			what: 'resize',
			deadlineMillis: callMillis,
		} as const;
		for (let attempt = 1; attempt <= tries && !signal.aborted; attempt++) {
			try {
				await client.ask(call, signal);
				return;
			} catch (error) {
				if (!signal.aborted && !(error instanceof EngineError)) throw error;
			}
			await wait(attempt * stepMillis, signal);
		}
	};

	return {
		async resize(columns, rows) {
			current.abort();
			if (isStopped) return;
			current = new AbortController();
			await send(columns, rows, current.signal);
		},
		stop() {
			isStopped = true;
			current.abort();
		},
	};
};
