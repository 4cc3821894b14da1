import {EngineError} from '../../model/engine-error.ts';
import {type ContainerRef, shortId} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {wait} from '../wait.ts';
import type {Client} from './client.ts';
import {createExec, inspectExec, startDetached} from './exec-calls.ts';
import {endScript} from './exec-end-script.ts';

export interface RunningExec {
	readonly client: Client;
	readonly ref: ContainerRef;
	readonly id: string;
	readonly argv: readonly string[];
	/** Who it runs as; undefined: whoever the image says. */
	readonly user?: string;
	/** `NAME=value` in the environment of the process and its children, of nobody else. */
	readonly marker: string;
	/** To its terminal. */
	readonly write: (bytes: Uint8Array) => void;
}

const pollMillis = 50;
/** What the script needs at most, on a machine that has other things to do too. */
const scriptMillis = 2000;
const patienceMillis = 300;

/** Cuts short what runs in the shell, then is the end of input for the shell. */
const interruptAndEnd = Buffer.from('\x03\x04');
const exitCommand = Buffer.from('exit\n');

/**
 * Ends all that runs on the terminal of a session. The engine leaves it running when the connection
 * closes, so what a closed terminal does is done by a script inside: the signal of a hang-up, and the
 * end for whoever ignores it. That goes on although dockmon is gone. Where no script can run there are
 * still the keys that end a shell. It is only over when the engine says so; rejects when the engine
 * cannot be reached or the process outlives all that.
 */
export const endProcess = async (exec: RunningExec): Promise<void> => {
	if (await isOver(exec, 0)) return;
	if ((await hangUp(exec)) && (await isOver(exec, patienceMillis))) return;
	for (const keys of [interruptAndEnd, exitCommand]) {
		exec.write(keys);
		if (await isOver(exec, patienceMillis)) return;
	}
	throw new EngineError(
		'conflict',
		`The program is still running in container ${shortId(exec.ref.id)}`,
		{hint: 'It will end with the container; `docker top` lists it.'},
	);
};

const isOver = async ({client, id}: RunningExec, withinMillis: number): Promise<boolean> =>
	(await endOf(client, id, withinMillis)) !== undefined;

/** Undefined while it runs; an exec that the engine has forgotten has ended. */
export const endOf = async (
	client: Client,
	id: string,
	withinMillis: number,
): Promise<{readonly exitCode: number | undefined} | undefined> => {
	const {signal} = new AbortController();
	for (let waited = 0; ; waited += pollMillis) {
		const state = await inspectExec(client, id, signal);
		if (!state?.running) return {exitCode: state?.exitCode};
		if (waited >= withinMillis) return undefined;
		await wait(pollMillis, signal);
	}
};

/** Those that can run a script, the likeliest first. */
const shells: ReadonlyArray<readonly string[]> = [
	['sh'],
	['bash'],
	['busybox', 'sh'],
	['/busybox/sh'],
	['ash'],
];

/** What is asked first is the shell that is known to be there. */
export const shellsFor = ([program = '']: readonly string[]): typeof shells => [
	...shells.filter(([name]) => name === program),
	...shells.filter(([name]) => name !== program),
];

/** What the exit codes of the script mean. */
type Outcome = 'done' | 'not-found' | 'not-allowed' | 'no-such-shell';

const outcomes: Readonly<Record<number, Outcome>> = {0: 'done', 3: 'not-found', 4: 'not-allowed'};

/**
 * True once a script has signalled all. It runs as the user of the session; where somebody there has
 * become another user, as root with all capabilities, which it takes to read the environment of others
 * and to signal them. Many engines allow no such thing, so that is not what is tried first; then those
 * are signalled that can be.
 */
const hangUp = async (exec: RunningExec): Promise<boolean> => {
	const own = known('User', exec.user);
	for (const shell of shellsFor(exec.argv)) {
		const first = await runScript(exec, shell, {rights: own, isForced: false});
		if (first === 'no-such-shell') continue;
		if (first === 'done') return true;
		const rights = {User: '0', Privileged: true};
		if ((await runScript(exec, shell, {rights, isForced: false})) === 'done') return true;
		return (await runScript(exec, shell, {rights: own, isForced: true})) === 'done';
	}
	return false;
};

const runScript = async (
	{client, ref, marker}: RunningExec,
	shell: readonly string[],
	{rights, isForced}: {readonly rights: object; readonly isForced: boolean},
): Promise<Outcome> => {
	const {signal} = new AbortController();
	const argv = [...shell, '-c', endScript, 'dockmon', marker, ...(isForced ? ['forced'] : [])];
	const id = await createExec(client, ref, {...rights, Cmd: argv}, signal);
	try {
		await startDetached(client, id, signal);
	} catch (error) {
		// Engines may say at once that there is no such program, or no such right.
		if (error instanceof EngineError) return 'no-such-shell';
		throw error;
	}
	const end = await endOf(client, id, scriptMillis);
	return outcomes[end?.exitCode ?? -1] ?? 'no-such-shell';
};
