import {EngineError} from '../../model/engine-error.ts';
import {type ContainerRef, shortId} from '../../model/ids.ts';
import {wait} from '../wait.ts';
import type {Client} from './client.ts';
import {createExec, inspectExec, startDetached} from './exec-calls.ts';

export interface RunningExec {
	readonly client: Client;
	readonly ref: ContainerRef;
	readonly id: string;
	/** `NAME=value` in the environment of the process and its children, of nobody else. */
	readonly marker: string;
	/** To its terminal. */
	readonly write: (bytes: Uint8Array) => void;
}

const patienceMillis = 300;
const pollMillis = 50;

/** Cuts short what runs in the shell, then is the end of input for the shell. */
const interruptAndEnd = Buffer.from('\x03\x04');
const exitCommand = Buffer.from('exit\n');

/**
 * Ends the process of a session. The engine leaves it running when the connection closes, so it is
 * asked by the keys that end a shell, then told by the signal of a closed terminal, then killed; it
 * is only over when the engine says so. Rejects when the engine cannot be reached or the process
 * outlives all that.
 */
export const endProcess = async (exec: RunningExec): Promise<void> => {
	if (await isOver(exec, 0)) return;
	exec.write(interruptAndEnd);
	if (await isOver(exec, patienceMillis)) return;
	exec.write(exitCommand);
	if (await isOver(exec, patienceMillis)) return;
	for (const signal of ['HUP', 'KILL'] as const) {
		await signalMarked(exec, signal);
		if (await isOver(exec, patienceMillis)) return;
	}
	throw new EngineError(
		'conflict',
		`The program is still running in container ${shortId(exec.ref.id)}`,
		{hint: 'It will end with the container; `docker top` lists it.'},
	);
};

const isOver = async ({client, id}: RunningExec, withinMillis: number): Promise<boolean> => {
	const {signal} = new AbortController();
	for (let waited = 0; ; waited += pollMillis) {
		const state = await inspectExec(client, id, signal);
		if (!state?.running) return true;
		if (waited >= withinMillis) return false;
		await wait(pollMillis, signal);
	}
};

/**
 * Signals every process that carries the marker. The engine offers no way to signal one process, and
 * the id it tells is the one on its machine, of no use inside.
 */
const signalScript =
	'cd /proc; for p in [0-9]*; do if grep -qs "$0" "$p/environ"; then kill -"$1" "$p"; fi; done';

const signalMarked = async (
	{client, ref, marker}: RunningExec,
	name: 'HUP' | 'KILL',
): Promise<void> => {
	const {signal} = new AbortController();
	const id = await createExec(client, ref, {Cmd: ['sh', '-c', signalScript, marker, name]}, signal);
	await startDetached(client, id, signal);
};
