import type {Socket} from 'node:net';
import {EngineError} from '../../model/engine-error.ts';
import {type ContainerRef, shortId} from '../../model/ids.ts';
import type {AttachOptions, AttachSession} from '../engine.ts';
import {createFrameSplitter} from '../frames.ts';
import {wait} from '../wait.ts';
import type {Client} from './client.ts';
import {outputOf} from './exec.ts';
import {createResizer} from './exec-resize.ts';
import {inspectRaw} from './inspect.ts';
import {rawFlag, rawNumber, rawObject} from './raw.ts';

/** Never typed: what detaches is looked for where it is typed, in the same way for every container. */
const detachKeys = 'ctrl-^,ctrl-^';
const attachMillis = 15_000;

/** Joins the first process of a container, which goes on however this ends. */
export const openAttach = async (
	client: Client,
	ref: ContainerRef,
	{columns, rows}: AttachOptions,
	signal: AbortSignal,
): Promise<AttachSession> => {
	const raw = await inspectRaw(client, ref, signal);
	const config = rawObject(raw['Config']);
	const isTerminal = rawFlag(config['Tty']) ?? false;
	const takesInput = rawFlag(config['OpenStdin']) ?? false;
	// The engine would say nothing and wait.
	if (rawFlag(rawObject(raw['State'])['Running']) !== true)
		throw new EngineError('conflict', `Container ${shortId(ref.id)} is not running`);
	const socket = await joinProcess(client, ref, takesInput, signal);
	const session = createAttachSession(client, ref, socket, {isTerminal, takesInput});
	if (isTerminal) {
		// A program that draws its own screen does so again when its size changes.
		void session.resize(columns, rows + 1).then(() => session.resize(columns, rows));
	}
	return session;
};

/** The raw connection; breaks when the signal fires before it is there. */
export const joinProcess = async (
	client: Client,
	ref: ContainerRef,
	takesInput: boolean,
	signal: AbortSignal,
): Promise<Socket> => {
	const lifetime = new AbortController();
	const abort = (): void => lifetime.abort();
	signal.addEventListener('abort', abort, {once: true});
	try {
		return await client.hijack(
			{
				method: 'POST',
				path: `/containers/${ref.id}/attach`,
				query: {stream: 1, stdin: takesInput ? 1 : 0, stdout: 1, stderr: 1, detachKeys},
				isBodiless: true,
				what: 'attach',
				deadlineMillis: attachMillis,
			},
			lifetime.signal,
		);
	} finally {
		signal.removeEventListener('abort', abort);
	}
};

export const createAttachSession = (
	client: Client,
	ref: ContainerRef,
	socket: Socket,
	facts: Pick<AttachSession, 'isTerminal' | 'takesInput'>,
): AttachSession => {
	const resizer = createResizer(client, `/containers/${ref.id}`);
	socket.setNoDelay(true);
	// Whoever reads the output gets the error; without a listener it would end the program.
	socket.on('error', () => {});
	socket.once('close', () => resizer.stop());
	const bytes = outputOf(client, socket);
	return {
		...facts,
		id: ref.id,
		output: facts.isTerminal ? bytes : unframed(bytes),
		write(typed) {
			if (facts.takesInput && socket.writable) socket.write(typed);
		},
		resize: async (columns, rows) => {
			if (facts.isTerminal) await resizer.resize(columns, rows);
		},
		exitCode: () => exitCodeOf(client, ref),
		async close() {
			resizer.stop();
			socket.destroy();
		},
	};
};

/** Lines of both streams as they come, for a terminal in raw mode. */
async function* unframed(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const splitter = createFrameSplitter();
	for await (const chunk of chunks) {
		for (const frame of splitter.push(chunk)) {
			if (frame.kind === 'entry') yield Buffer.from(latin1(frame.bytes), 'latin1');
		}
	}
}

const latin1 = (bytes: Uint8Array): string =>
	Buffer.from(bytes).toString('latin1').replaceAll(/\r?\n/g, '\r\n');

const pollMillis = 50;
const polls = 10;

/** The engine learns of the end a moment after the output ended. Undefined where it runs on, or is gone. */
const exitCodeOf = async (client: Client, ref: ContainerRef): Promise<number | undefined> => {
	const {signal} = new AbortController();
	for (let poll = 0; poll < polls; poll++) {
		try {
			const state = rawObject((await inspectRaw(client, ref, signal))['State']);
			if (rawFlag(state['Running']) !== true) return rawNumber(state['ExitCode']);
		} catch (error) {
			if (error instanceof EngineError) return undefined;
			throw error;
		}
		await wait(pollMillis, signal);
	}
	return undefined;
};
