import {randomUUID} from 'node:crypto';
import type {Socket} from 'node:net';
import {known} from '../../model/known.ts';
import type {Client} from './client.ts';
import {createExec, inspectExec} from './exec-calls.ts';
import {type RunningExec, shellsFor} from './exec-end.ts';
import {farewell, foundWord, keepWord, noneWord, watchScript} from './exec-end-script.ts';

/** What ends a session inside of the container when dockmon cannot any more. */
export interface ExecWatch {
	/** Resolves when the engine has accepted it, from when on nothing can get lost; also where it never does. */
	readonly begun: Promise<void>;
	/** True while it knows the session, and would end it. */
	isUp(): boolean;
	/** The session is over: it ends too, and touches nothing. */
	dismiss(): void;
	/** Parts without a word, as a dockmon does that is killed: it ends all that runs in the session. */
	release(): void;
}

/** For the environment of a session, by which it is found again in /proc. */
export const newMarker = (): string => `DOCKMON_EXEC=${randomUUID()}`;

type Watched = Pick<RunningExec, 'client' | 'ref' | 'argv' | 'user' | 'marker'>;

const startMillis = 15_000;
/** Proxies and routers part a connection on which nothing is said for some minutes. */
const talkMillis = 30_000;
/** By the shells' convention: found but not to be run, and not found. */
const missingCodes: readonly (number | undefined)[] = [126, 127];

/**
 * The engine closes the input of a program without a terminal when the connection goes, however that
 * happens and wherever dockmon runs: killed, or at the other end of an ssh that broke. A program on a
 * terminal hears nothing of it. So beside it waits a shell for the end of its own input.
 *
 * Where there is no shell in the container, or no exec is to be had, there is no such watch.
 */
export const startWatch = (watched: Watched): ExecWatch => {
	const {client, argv} = watched;
	const {signal} = new AbortController();
	let socket: Socket | undefined;
	let isUp = false;
	/** How it parts, once it is over. */
	let parting: ((socket: Socket) => void) | undefined;
	const begun = Promise.withResolvers<void>();
	const talk = setInterval(() => socket?.write('\n'), talkMillis);
	talk.unref();

	const begin = async (): Promise<void> => {
		for (const shell of shellsFor(argv)) {
			const id = await create(watched, shell, signal);
			// After a release it is still wanted: it ends what it finds.
			if (parting === part) return;
			const opened = await open(client, id, signal);
			// Its end is heard of by `close`; whatever is written to it may come too late.
			opened.on('error', () => {});
			begun.resolve();
			// Half a start cannot be taken back.
			if (parting !== undefined) {
				parting(opened);
				return;
			}
			socket = opened;
			await heard(opened, said => {
				const [, numbers] = found.exec(said) ?? [];
				if (said.includes(noneWord)) dismiss();
				else if (numbers !== undefined && !isUp) {
					opened.write(`${keepWord} ${numbers}\n`);
					isUp = true;
				}
			});
			socket = undefined;
			isUp = false;
			if (parting !== undefined) return;
			const end = await inspectExec(client, id, signal);
			if (!missingCodes.includes(end?.exitCode)) return;
		}
	};
	const end = (how: (socket: Socket) => void): void => {
		if (parting !== undefined) return;
		parting = how;
		isUp = false;
		clearInterval(talk);
		if (socket !== undefined) how(socket);
	};

	const dismiss = (): void => end(part);

	void begin()
		// The engine allows for no more, or is gone: `close` of the session does what can be done.
		.catch(() => {})
		.finally(() => {
			begun.resolve();
			clearInterval(talk);
		});
	return {
		begun: begun.promise,
		isUp: () => isUp,
		dismiss,
		release: () => end(cut),
	};
};

const create = (
	{client, ref, user, marker}: Watched,
	shell: readonly string[],
	signal: AbortSignal,
): Promise<string> =>
	createExec(
		client,
		ref,
		{
			...{AttachStdin: true, AttachStdout: true, Tty: false},
			// The script is no argument, or it would fill every list of processes.
			Cmd: [...shell, '-c', 'eval "$DOCKMON_WATCH"', 'dockmon-watch', marker],
			Env: [`DOCKMON_WATCH=${watchScript}`],
			...known('User', user),
		},
		signal,
	);

const open = (client: Client, id: string, signal: AbortSignal): Promise<Socket> =>
	client.hijack(
		{
			method: 'POST',
			path: `/exec/${id}/start`,
			body: {Detach: false, Tty: false},
			what: 'exec',
			deadlineMillis: startMillis,
		},
		signal,
	);

const part = (socket: Socket): void => {
	socket.end(`${farewell}\n`);
	// Also where the other side never closes.
	socket.unref();
};

const cut = (socket: Socket): void => void socket.destroy();

const found = new RegExp(`${foundWord} ([\\d ]+)\\n`);
/** Of what it says, so much is kept to be read. */
const longestWords = 1000;

/**
 * Resolves at the end of the connection.
 *
 * @param listen called with what was said lately, among the headers of frames
 */
const heard = (socket: Socket, listen: (said: string) => void): Promise<void> =>
	new Promise(resolve => {
		let said = '';
		socket.on('data', (bytes: Buffer) => {
			said = (said + bytes.toString('latin1')).slice(-longestWords);
			listen(said);
		});
		socket.once('close', () => resolve());
		socket.resume();
	});
