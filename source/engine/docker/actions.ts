import {EngineError} from '../../model/engine-error.ts';
import type {ContainerRef} from '../../model/ids.ts';
import type {ActOutcome, Verb} from '../engine.ts';
import type {Call, Client} from './client.ts';
import {rawFlag, rawNumber, rawObject, requireObject} from './raw.ts';

const quickMillis = 15_000;
/** Starting runs hooks, mounts and networks. */
const startMillis = 60_000;
/** What the engine waits when the container names no stop timeout. */
const usualStopSeconds = 10;
/** For containers that may take for ever to stop. */
const longestStopSeconds = 3600;

/** Does it and waits for the end: up to the container's stop timeout and 15 s, a minute for a start. */
export const act = async (
	client: Client,
	ref: ContainerRef,
	verb: Verb,
	signal: AbortSignal,
): Promise<ActOutcome> => {
	const stopMillis =
		verb === 'stop' || verb === 'restart' ? await stopTimeoutMillis(client, ref, signal) : 0;
	const call: Call = {
		method: verb === 'remove' ? 'DELETE' : 'POST',
		path: `/containers/${ref.id}${verb === 'remove' ? '' : `/${verb}`}`,
		what: verb,
		deadlineMillis:
			stopMillis + (verb === 'start' || verb === 'restart' ? startMillis : quickMillis),
	};
	try {
		const {status} = await client.ask(call, signal);
		return status === 304 ? 'unchanged' : 'done';
	} catch (error) {
		if (await isAlreadySo(client, ref, verb, error, signal)) return 'unchanged';
		throw error;
	}
};

/** Starting what runs is 304 for the engine, but pausing what is paused a conflict. */
const isAlreadySo = async (
	client: Client,
	ref: ContainerRef,
	verb: Verb,
	error: unknown,
	signal: AbortSignal,
): Promise<boolean> => {
	if (!(error instanceof EngineError) || error.kind === 'not-found') return false;
	if (verb !== 'pause' && verb !== 'unpause') return false;
	const state = rawObject((await inspectRaw(client, ref, signal))['State']);
	return rawFlag(state['Running']) === true && rawFlag(state['Paused']) === (verb === 'pause');
};

const stopTimeoutMillis = async (
	client: Client,
	ref: ContainerRef,
	signal: AbortSignal,
): Promise<number> => {
	const config = rawObject((await inspectRaw(client, ref, signal))['Config']);
	const seconds = rawNumber(config['StopTimeout']) ?? usualStopSeconds;
	// Negative: the engine never kills.
	return (seconds < 0 ? longestStopSeconds : Math.min(seconds, longestStopSeconds)) * 1000;
};

/** `GET /containers/ID/json`. Rejects `not-found` for a container that has gone. */
export const inspectRaw = async (client: Client, ref: ContainerRef, signal: AbortSignal) =>
	requireObject(
		await client.askJson(
			{method: 'GET', path: `/containers/${ref.id}/json`, what: 'inspect', deadlineMillis: 5000},
			signal,
		),
		'inspect',
	);
