import type {Socket} from 'node:net';
import {isRootUser} from '../../model/act/way-in.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {unlessAborted} from '../deadline.ts';
import type {ExecOptions, ExecSession} from '../engine.ts';
import {wait} from '../wait.ts';
import {compareVersions} from './api-version.ts';
import type {Client} from './client.ts';
import {mayHaveMade} from './debug-removal.ts';
import {createExec} from './exec-calls.ts';
import {endOf, endProcess, type RunningExec} from './exec-end.ts';
import {createResizer} from './exec-resize.ts';
import {type ExecWatch, newMarker, startWatch} from './exec-watch.ts';

/** From here on the size can be given with the start; before, the program begins at 80x24. */
const consoleSizeApi = '1.42';
/** Ctrl-P would be kept back by the engine as the start of its usual keys, Ctrl-P Ctrl-Q. */
const detachKeys = 'ctrl-^,ctrl-^';
const startMillis = 15_000;
/** So long the program waits for what watches it, nearly always for some milliseconds. */
const watchMillis = 1000;

/**
 * Starts a program on a terminal of its own. Rejects `conflict` when the container does not run; a
 * missing program only shows in output and exit code. The signal ends the opening, `close` the
 * session.
 */
export const openExec = async (
	client: Client,
	ref: ContainerRef,
	options: ExecOptions,
	signal: AbortSignal,
	beginWatch: typeof startWatch = startWatch,
): Promise<ExecSession> => {
	const {argv, columns, rows, env = [], user, workingDirectory} = options;
	const marker = newMarker();
	const takesSize = compareVersions(client.apiVersion() ?? '0', consoleSizeApi) >= 0;
	const size = takesSize ? {ConsoleSize: [rows, columns]} : {};
	const watched = {client, ref, argv, marker, ...known('user', user)};
	const watch = beginWatch(watched);
	const id = await createExec(
		client,
		ref,
		{
			AttachStdin: true,
			AttachStdout: true,
			AttachStderr: true,
			Tty: true,
			Cmd: argv,
			Env: [...env, marker],
			DetachKeys: detachKeys,
			...known('User', user),
			...known('WorkingDir', workingDirectory),
			...size,
		},
		signal,
	).catch(dismissing(watch));
	const start = async (): Promise<ExecSession> => {
		// Whatever becomes of dockmon from here on, somebody is there to end what it starts.
		await Promise.race([watch.begun, wait(watchMillis, new AbortController().signal)]);
		// Not with the caller's signal: a start that is cut off may leave the program running.
		const lifetime = new AbortController();
		const socket = await client.hijack(
			{
				method: 'POST',
				path: `/exec/${id}/start`,
				body: {Detach: false, Tty: true, ...size},
				what: 'exec',
				deadlineMillis: startMillis,
			},
			lifetime.signal,
		);
		const session = createSession({...watched, id, socket}, watch);
		// Before anybody types: the first command may ask for the size.
		if (!takesSize) await sizeUnlessSaid(session.resize(columns, rows), socket);
		return session;
	};
	const starting = start().catch((error: unknown) => {
		// No answer is not a no: what may have begun is ended by who watches it.
		if (mayHaveMade(error)) watch.release();
		else watch.dismiss();
		throw error;
	});
	try {
		return await unlessAborted(starting, signal);
	} catch (error) {
		if (signal.aborted) void closeWhenOpen(starting);
		throw error;
	}
};

/** The program did not come to be. */
const dismissing =
	(watch: ExecWatch) =>
	(error: unknown): never => {
		watch.dismiss();
		throw error;
	};

const sizeMillis = 500;

/** A program that could not be started has said so and will never have a size, for which the engine waits long. */
const sizeUnlessSaid = async (sized: Promise<void>, socket: Socket): Promise<void> => {
	const {signal} = new AbortController();
	const said = Promise.withResolvers<void>();
	const hear = () => void wait(sizeMillis, signal).then(said.resolve);
	for (const event of ['readable', 'close']) socket.once(event, hear);
	await Promise.race([sized, said.promise]);
	for (const event of ['readable', 'close']) socket.off(event, hear);
};

/** For a start that nobody waits for any more. */
const closeWhenOpen = async (starting: Promise<ExecSession>): Promise<void> => {
	try {
		const session = await starting;
		await session.close();
	} catch {
		// It never opened, or the engine is gone: nothing is left to close, and nobody to be told.
	}
};

interface OpenProcess extends Omit<RunningExec, 'write'> {
	readonly socket: Socket;
}

const createSession = (process: OpenProcess, watch: ExecWatch): ExecSession => {
	const {client, id, socket} = process;
	const resizer = createResizer(client, `/exec/${id}`);
	let closing: Promise<void> | undefined;
	socket.setNoDelay(true);
	// Whoever reads the output gets the error; without a listener it would end the program.
	socket.on('error', () => {});
	socket.once('close', () => resizer.stop());
	const write = (bytes: Uint8Array) => {
		if (socket.writable) socket.write(bytes);
	};
	const close = async () => {
		resizer.stop();
		try {
			await endProcess({...process, write});
			watch.dismiss();
		} finally {
			watch.release();
			socket.destroy();
		}
	};
	const closeOnce = (): Promise<void> => {
		closing ??= close();
		return closing;
	};
	return {
		id,
		output: outputOf(client, socket),
		write,
		resize: (columns, rows) => resizer.resize(columns, rows),
		async exitCode() {
			const end = await endOf(client, id, exitMillis);
			if (end !== undefined) watch.dismiss();
			return end?.exitCode;
		},
		close: closeOnce,
		async leave() {
			// The watch runs as the user of the session, who may not signal what has become another one.
			if (!(watch.isUp() && isRootUser(process.user))) return await closeOnce();
			watch.release();
			socket.destroy();
		},
	};
};

/** What comes through a raw connection; quiet about an end that was wanted. */
export async function* outputOf(client: Client, socket: Socket): AsyncGenerator<Uint8Array> {
	try {
		// Kept open when the reader leaves: `close` still has to say goodbye through it.
		yield* socket.iterator({destroyOnReturn: false});
	} catch (error) {
		// Destroyed by `close`.
		if (socket.errored === null) return;
		throw client.explain(error, 'exec');
	}
}

/** The engine learns of the end a moment after the output ended. */
const exitMillis = 2000;
