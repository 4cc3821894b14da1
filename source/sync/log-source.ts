import type {Container} from '../model/container.ts';
import {isRunning} from '../model/container.ts';
import {EngineError, isTimeout} from '../model/engine-error.ts';
import type {ContainerKey} from '../model/ids.ts';
import type {LogLine} from '../model/log-line.ts';
import type {LogsStatus} from '../store/logs/logs-state.ts';
import type {Connection, State} from '../store/state.ts';
import type {SyncContext} from './context.ts';
import {until} from './context.ts';
import {toFailure} from './failure.ts';
import {LogPosition} from './log-position.ts';
import {when, whenWithin} from './when.ts';

/** Lines that are fetched from the past of a container. */
const tailLines = 500;
/** Lines that may have been missed while a stream was cut; `since` without a tail would scan the whole file. */
const resumeLines = 5000;
const retryMillis = 500;
/** What was not answered is not asked at once again. */
const slowRetryMillis = 5000;

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
	const source: Source = {key, position: new LogPosition()};
	while (!signal.aborted) {
		await when(store, isLive, signal);
		const container = store.getState().containers.byKey.get(key);
		if (signal.aborted || container === undefined) return;
		const end = await readWhileConnected(context, container, source, sink);
		if (signal.aborted) return;
		if (end.kind === 'stopped') {
			sink.status(key, {kind: 'ended'});
			await runsAgain(context, source);
		} else if (end.kind === 'failed') {
			sink.status(key, {kind: 'failed', failure: toFailure(end.error)});
			if (isFinal(end.error)) return;
			await clock.sleep(pauseAfter(end.error), signal);
		}
	}
};

/** What is remembered from one stream to the next. */
interface Source {
	readonly key: ContainerKey;
	readonly position: LogPosition;
	/** The life of the container that was read last. */
	life?: {readonly startedAtMillis: number | undefined};
}

/** `cut`: it was given up together with the connection, and says nothing about the container. */
type End =
	| {readonly kind: 'stopped'}
	| {readonly kind: 'cut'}
	| {readonly kind: 'failed'; readonly error: unknown};

/** A stream over a connection that died silently would hang for ever, so it ends with the connection. */
const readWhileConnected = async (
	context: SyncContext,
	container: Container,
	source: Source,
	sink: LogSink,
): Promise<End> => {
	const {store, signal} = context;
	const {connection} = store.getState();
	const life = new AbortController();
	const either = AbortSignal.any([signal, life.signal]);
	const isOver = when(store, state => !isSameLife(connection, state.connection), either);
	const watch = isOver.then(() => life.abort());
	const end = await readToEnd(until(context, either), container, source, sink);
	const isCut = either.aborted;
	life.abort();
	await watch;
	return isCut ? {kind: 'cut'} : end;
};

/** One stream until it ends. */
const readToEnd = async (
	context: SyncContext,
	container: Container,
	source: Source,
	sink: LogSink,
): Promise<End> => {
	const {key, position} = source;
	try {
		const batches = await open(context, container, source, sink);
		sink.status(key, {kind: 'following'});
		for await (const lines of batches) sink.lines(key, position.take(lines));
		return {kind: 'stopped'};
	} catch (error) {
		return {kind: 'failed', error};
	}
};

const open = async (
	{engine, signal}: SyncContext,
	{ref, details: listed}: Container,
	source: Source,
	sink: LogSink,
): Promise<AsyncIterable<readonly LogLine[]>> => {
	const {key, life} = source;
	// Only an inspect of now tells whether it was restarted; at first there is nothing to tell apart.
	const details = (life ? undefined : listed) ?? (await engine.inspect(ref, signal));
	const since = source.position.resume();
	const resume = since === undefined ? {tail: tailLines} : {tail: resumeLines, since};
	const batches = await engine.logs(ref, {follow: true, tty: details.tty, ...resume}, signal);
	const {startedAtMillis} = details;
	if (life && life.startedAtMillis !== startedAtMillis) {
		sink.lines(key, [separator(life.startedAtMillis, startedAtMillis)]);
	}
	source.life = {startedAtMillis};
	return batches;
};

const separator = (before: number | undefined, startedAtMillis: number | undefined): LogLine => ({
	kind: 'gap',
	reason: before === undefined ? 'started' : 'restarted',
	...(startedAtMillis === undefined ? {} : {atMillis: startedAtMillis}),
});

/** The stream of a container ends when it stops; resolves when there is something to follow again. */
const runsAgain = async (context: SyncContext, {key, life}: Source): Promise<void> => {
	const isStopped = (state: State): boolean => {
		const container = state.containers.byKey.get(key);
		return container === undefined || !isRunning(container);
	};
	// One that dies again at once is never listed as running, but its start was inspected.
	const hasNewLife = (state: State): boolean => {
		const startedAtMillis = state.containers.byKey.get(key)?.details?.startedAtMillis;
		return startedAtMillis !== undefined && startedAtMillis > (life?.startedAtMillis ?? 0);
	};
	// The stream ends before the list tells that the container stopped, and a quick restart may never show.
	await whenWithin(context, state => isStopped(state) || hasNewLife(state), retryMillis);
	await when(context.store, state => !isStopped(state) || hasNewLife(state), context.signal);
};

/** Streams outlive a silence of the engine. */
const isSameLife = (before: Connection, {status, sinceMillis}: Connection): boolean =>
	(status === 'live' || status === 'stale') && sinceMillis === before.sinceMillis;

const isLive = (state: State): boolean =>
	state.connection.status === 'live' && state.containers.status === 'ready';

const pauseAfter = (error: unknown): number => (isTimeout(error) ? slowRetryMillis : retryMillis);

const isFinal = (error: unknown): boolean =>
	error instanceof EngineError && (error.kind === 'unsupported' || error.kind === 'not-found');
