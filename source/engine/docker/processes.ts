import {EngineError} from '../../model/engine-error.ts';
import type {ContainerRef} from '../../model/ids.ts';
import type {ProcessList} from '../../model/process.ts';
import type {Call, Client} from './client.ts';
import {mapProcesses} from './map-processes.ts';
import {parseJson} from './raw.ts';

/** Undefined: as the engine likes. */
type PsArguments = string | undefined;

/** `ps` of procps; that of busybox, which knows no `pcpu`; the engine's own list, all that Windows has. */
const dockerArguments: readonly PsArguments[] = [
	'-eo pid,ppid,user,pcpu,rss,time,args',
	'-o pid,ppid,user,rss,time,args',
	undefined,
];

/**
 * Podman reads these from /proc by itself. With options it would run the container's `ps`, which may be
 * missing, and older ones know no `rss`.
 */
const podmanArguments: readonly PsArguments[] = [
	'pid,ppid,user,pcpu,rss,time,args',
	'pid,ppid,user,pcpu,time,args',
	undefined,
];

export interface ProcessLister {
	/** Rejects `conflict` when the container is not running. */
	list(ref: ContainerRef, signal: AbortSignal): Promise<ProcessList>;
}

/** `GET /containers/ID/top`, with the arguments that its `ps` was found to know. */
export const createProcessLister = (client: Client): ProcessLister => {
	let choice = 0;

	const read = async (
		ref: ContainerRef,
		psArguments: PsArguments,
		signal: AbortSignal,
	): Promise<ProcessList> => {
		const call: Call = {
			method: 'GET',
			path: `/containers/${ref.id}/top`,
			...(psArguments !== undefined && {query: {ps_args: psArguments}}),
			what: 'list processes',
			deadlineMillis: 10_000,
		};
		const {text} = await client.ask(call, signal);
		// Podman says 200 and then nothing when it fails.
		if (text.trim() === '') throw new Silence();
		return mapProcesses(parseJson(text, call.what));
	};

	/** Goes on to the next arguments where these are not understood. */
	const readFrom = async (
		index: number,
		ref: ContainerRef,
		signal: AbortSignal,
	): Promise<ProcessList> => {
		const choices = client.isPodman() ? podmanArguments : dockerArguments;
		try {
			const list = await read(ref, choices[index], signal);
			choice = index;
			return list;
		} catch (error) {
			if (index >= choices.length - 1 || !isAboutArguments(error)) throw error;
			return readFrom(index + 1, ref, signal);
		}
	};

	return {list: (ref, signal) => readFrom(choice, ref, signal)};
};

/** Docker puts the words of `ps` into a 500. */
const isAboutArguments = (error: unknown): boolean =>
	error instanceof Silence ||
	(error instanceof EngineError && (error.kind === 'internal' || error.kind === 'invalid'));

class Silence extends EngineError {
	constructor() {
		super('conflict', 'The engine lists no processes', {hint: 'The container may have stopped.'});
	}
}
