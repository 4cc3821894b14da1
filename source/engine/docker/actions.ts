import type {ActionVerb, ContainerAction} from '../../model/act/container-action.ts';
import {EngineError, type EngineErrorKind} from '../../model/engine-error.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import type {ActOutcome} from '../engine.ts';
import type {Call, Client} from './client.ts';
import type {DialRequest} from './dial.ts';
import {inspectRaw} from './inspect.ts';
import {rawFlag, rawNumber, rawObject} from './raw.ts';
import {updateBody} from './update.ts';

const quickMillis = 15_000;
/** Starting runs hooks, mounts and networks; removing deletes files. */
const slowMillis = 60_000;
const slow: ReadonlySet<ActionVerb> = new Set(['start', 'restart', 'remove']);
/** What the engine waits when the container names no stop timeout. */
const usualStopSeconds = 10;
/** For containers that may take for ever to stop. */
const longestStopSeconds = 3600;

/** Does it and waits for the end: up to the container's stop timeout and 15 s, a minute for a start or a removal. */
export const act = async (
	client: Client,
	ref: ContainerRef,
	action: ContainerAction,
	signal: AbortSignal,
): Promise<ActOutcome> => {
	const {verb} = action;
	const stopMillis =
		verb === 'stop' || verb === 'restart' ? await stopTimeoutMillis(client, ref, signal) : 0;
	const call: Call = {
		...(await requestOf(client, ref, action, signal)),
		what: verb,
		deadlineMillis: stopMillis + (slow.has(verb) ? slowMillis : quickMillis),
	};
	try {
		const {status} = await client.ask(call, signal);
		return status === 304 ? 'unchanged' : 'done';
	} catch (error) {
		if (await isAlreadySo(client, ref, verb, error, signal)) return 'unchanged';
		throw error;
	}
};

const requestOf = async (
	client: Client,
	ref: ContainerRef,
	action: ContainerAction,
	signal: AbortSignal,
): Promise<DialRequest> => {
	const path = `/containers/${ref.id}`;
	switch (action.verb) {
		case 'remove': {
			const {force = false, volumes = false} = action;
			return {method: 'DELETE', path, query: {force, v: volumes}};
		}
		case 'kill':
			return {method: 'POST', path: `${path}/kill`, query: known('signal', action.signal)};
		case 'rename':
			return {method: 'POST', path: `${path}/rename`, query: {name: action.name}};
		case 'update':
			return {
				method: 'POST',
				path: `${path}/update`,
				body: await updateBody(client, ref, action, signal),
			};
		default:
			return {method: 'POST', path: `${path}/${action.verb}`};
	}
};

/** Docker's, and what Podman answers instead. */
const refusals: ReadonlySet<EngineErrorKind> = new Set(['conflict', 'internal']);

/** Starting what runs is 304 for the engine, but pausing what is paused a conflict. */
const isAlreadySo = async (
	client: Client,
	ref: ContainerRef,
	verb: ActionVerb,
	error: unknown,
	signal: AbortSignal,
): Promise<boolean> => {
	if (!(error instanceof EngineError) || !refusals.has(error.kind)) return false;
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
