import {randomBytes} from 'node:crypto';
import {debugLabel} from '../../model/debug-container.ts';
import {EngineError} from '../../model/engine-error.ts';
import {type ContainerRef, shortId} from '../../model/ids.ts';
import type {DebugOptions, ExecSession} from '../engine.ts';
import {unexpectedAnswer} from '../unexpected-answer.ts';
import {createAttachSession, joinProcess} from './attach.ts';
import type {Client} from './client.ts';
import {mayHaveMade, removeDebug, removeForSure, withRemainder} from './debug-removal.ts';
import {newMarker, startWatch} from './exec-watch.ts';
import {rawWord, requireObject} from './raw.ts';

const createMillis = 30_000;
const startMillis = 60_000;

/**
 * A container beside another one, with its processes and its network. It ends with its shell, with the
 * input that it is given once, and by `close`; the engine removes it then. Whatever fails on the way
 * there removes it too.
 */
export const openDebug = async (
	client: Client,
	ref: ContainerRef,
	options: DebugOptions,
	signal: AbortSignal,
	beginWatch: typeof startWatch = startWatch,
): Promise<ExecSession> => {
	const open = (capabilities: readonly string[]) =>
		openWith({client, target: ref, options, capabilities, beginWatch}, signal);
	try {
		return await open(['SYS_PTRACE']);
	} catch (error) {
		// An engine that has not that right itself cannot give it; most of it works without.
		if (error instanceof EngineError && /\bcaps?\b|capabilit/i.test(error.message))
			return await open([]);
		throw error;
	}
};

interface Opening {
	readonly client: Client;
	/** The container that is looked into. */
	readonly target: ContainerRef;
	readonly options: DebugOptions;
	readonly capabilities: readonly string[];
	readonly beginWatch: typeof startWatch;
}

const openWith = async (
	{client, target, options, capabilities, beginWatch}: Opening,
	signal: AbortSignal,
): Promise<ExecSession> => {
	const marker = newMarker();
	const ref = await create(client, target, options, {capabilities, marker}, signal);
	try {
		// Before the start, so that nothing of its output is missed.
		const socket = await joinProcess(client, ref, true, signal);
		await client.ask(
			{
				method: 'POST',
				path: `/containers/${ref.id}/start`,
				what: 'start',
				deadlineMillis: startMillis,
			},
			signal,
		);
		const session = createAttachSession(client, ref, socket, {isTerminal: true, takesInput: true});
		await session.resize(options.columns, options.rows);
		const watch = beginWatch({client, ref, argv: options.argv, marker});
		let closing: Promise<void> | undefined;
		const close = async (): Promise<void> => {
			try {
				await removeDebug(client, ref.id);
				watch.dismiss();
			} finally {
				watch.release();
				await session.close();
			}
		};
		const closeOnce = (): Promise<void> => {
			closing ??= close();
			return closing;
		};
		return {
			...session,
			close: closeOnce,
			async leave() {
				if (!watch.isUp()) return await closeOnce();
				watch.release();
				await session.close();
			},
		};
	} catch (error) {
		const isGone = await removeForSure(client, ref.id, false);
		throw isGone ? error : withRemainder(error, shortId(ref.id));
	}
};

const create = async (
	client: Client,
	target: ContainerRef,
	{image, argv}: DebugOptions,
	{capabilities, marker}: {readonly capabilities: readonly string[]; readonly marker: string},
	signal: AbortSignal,
): Promise<ContainerRef> => {
	// Chosen here: by it the container is found where the answer with its id never comes.
	const name = `dockmon-debug-${randomBytes(8).toString('hex')}`;
	try {
		const answer = await client.askJson(
			{
				method: 'POST',
				path: '/containers/create',
				query: {name},
				body: {
					Image: image,
					// What the image would run is of no interest.
					Entrypoint: argv.slice(0, 1),
					Cmd: argv.slice(1),
					...{Tty: true, OpenStdin: true, StdinOnce: true},
					...{AttachStdin: true, AttachStdout: true, AttachStderr: true},
					Env: [marker],
					Labels: {[debugLabel]: target.id},
					HostConfig: {
						PidMode: `container:${target.id}`,
						NetworkMode: `container:${target.id}`,
						AutoRemove: true,
						CapAdd: capabilities,
					},
				},
				what: 'create debug container',
				deadlineMillis: createMillis,
			},
			signal,
		);
		const id = rawWord(requireObject(answer, 'create')['Id']);
		if (id === undefined) throw unexpectedAnswer('create without an id');
		return {hostId: target.hostId, id};
	} catch (error) {
		if (!mayHaveMade(error)) throw error;
		const isGone = await removeForSure(client, name, true);
		throw isGone ? error : withRemainder(error, name);
	}
};
