import type {Container} from '../model/container.ts';
import {isRunning} from '../model/container.ts';
import {EngineError} from '../model/engine-error.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import type {LogLine} from '../model/log-line.ts';
import type {LogsStatus, State} from '../store/state.ts';
import type {SyncContext} from './context.ts';
import {toFailure} from './failure.ts';
import {when} from './when.ts';

/** Lines that are fetched from the past of a container. */
const tailLines = 500;
/** Lines that may have been missed while a stream was cut; `since` without a tail would scan the whole file. */
const resumeLines = 5000;
const retryMillis = 500;

export interface LogSink {
	lines(key: ContainerKey, lines: readonly LogLine[]): void;
	status(key: ContainerKey, status: LogsStatus): void;
}

/**
 * Follows one container for as long as the signal lives: through its restarts and through lost
 * connections, each time from the last line it saw. Ends early when its log cannot be read at all.
 */
export const followSource = async (
	context: SyncContext,
	key: ContainerKey,
	sink: LogSink,
): Promise<void> => {
	const {store, clock, signal} = context;
	const position: Position = {};
	while (!signal.aborted) {
		await when(store, isLive, signal);
		const container = store.getState().containers.byKey.get(key);
		if (signal.aborted || container === undefined) return;
		const error = await readToEnd(context, container, position, sink);
		if (signal.aborted) return;
		if (error === undefined) {
			sink.status(key, {kind: 'ended'});
			await restarted(context, key);
			sink.lines(key, [{kind: 'gap', reason: 'restarted', atMillis: clock.now()}]);
		} else {
			sink.status(key, {kind: 'failed', failure: toFailure(error)});
			if (isFinal(error)) return;
			await clock.sleep(retryMillis, signal);
		}
	}
};

/** Where a source is resumed. */
interface Position {
	lastAtMillis?: number;
}

/** One stream until it ends; resolves with the error that cut it, undefined when the container stopped. */
const readToEnd = async (
	context: SyncContext,
	container: Container,
	position: Position,
	sink: LogSink,
): Promise<unknown> => {
	const key = refKey(container.ref);
	try {
		const batches = await open(context, container, position.lastAtMillis);
		sink.status(key, {kind: 'following'});
		for await (const lines of batches) {
			const atMillis = newest(lines);
			if (atMillis !== undefined) position.lastAtMillis = atMillis;
			sink.lines(key, lines);
		}
		return undefined;
	} catch (error) {
		return error;
	}
};

const open = async (
	{engine, signal}: SyncContext,
	container: Container,
	lastAtMillis: number | undefined,
): Promise<AsyncIterable<readonly LogLine[]>> => {
	const details = container.details ?? (await engine.inspect(container.ref, signal));
	const resume =
		lastAtMillis === undefined
			? {tail: tailLines}
			: {tail: resumeLines, since: formatSince(lastAtMillis + 1)};
	return await engine.logs(container.ref, {follow: true, tty: details.tty, ...resume}, signal);
};

/** The stream of a container ends when it stops; resolves when there is something to follow again. */
const restarted = async ({store, signal}: SyncContext, key: ContainerKey): Promise<void> => {
	const isStopped = (state: State): boolean => {
		const container = state.containers.byKey.get(key);
		return container === undefined || !isRunning(container);
	};
	// The stream ends before the list tells that the container stopped, and a quick restart may never show.
	const settled = AbortSignal.any([signal, AbortSignal.timeout(retryMillis)]);
	await when(store, isStopped, settled);
	await when(store, state => !isStopped(state), signal);
};

const isLive = (state: State): boolean =>
	state.connection.status === 'live' && state.containers.status === 'ready';

const isFinal = (error: unknown): boolean =>
	error instanceof EngineError && (error.kind === 'unsupported' || error.kind === 'not-found');

const newest = (lines: readonly LogLine[]): number | undefined =>
	lines.findLast(line => line.atMillis !== undefined)?.atMillis;

/** `seconds.nanoseconds`, as the API wants it. */
const formatSince = (atMillis: number): string =>
	`${Math.floor(atMillis / 1000)}.${String(atMillis % 1000).padStart(3, '0')}000000`;
