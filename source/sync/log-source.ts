import type {Container, ContainerDetails} from '../model/container.ts';
import {EngineError, isForbidden, isTimeout} from '../model/engine-error.ts';
import {refKey} from '../model/ids.ts';
import type {LogLine} from '../model/log-line.ts';
import type {LogSourceId} from '../model/logs/log-source.ts';
import type {Connection} from '../store/connection.ts';
import type {LogsStatus} from '../store/logs/logs-state.ts';
import type {State} from '../store/state.ts';
import type {SyncContext} from './context.ts';
import {until} from './context.ts';
import {toFailure} from './failure.ts';
import {LogLives} from './log-lives.ts';
import type {LogOpenings} from './log-openings.ts';
import type {LogPlaces} from './log-places.ts';
import {openAtEnd, type StartOptions, settleHeld} from './log-resume.ts';
import {when, whenWithin} from './when.ts';

const retryMillis = 500;
/** What was not answered, or forbidden, is not asked at once again. */
const slowRetryMillis = 5000;

export interface LogSink {
	lines(source: LogSourceId, lines: readonly LogLine[]): void;
	status(source: LogSourceId, status: LogsStatus): void;
}

export interface LogPorts {
	readonly places: LogPlaces;
	readonly openings: LogOpenings;
	readonly sink: LogSink;
}

/** One source that is followed. */
interface Followed {
	readonly id: LogSourceId;
	readonly ports: LogPorts;
	readonly lives: LogLives;
}

/**
 * Follows one source for as long as the signal lives: through restarts of its container, through other
 * containers that take its place and through lost connections, each time from the last line it saw.
 */
export const followSource = async (
	context: SyncContext,
	id: LogSourceId,
	ports: LogPorts,
	start: StartOptions,
): Promise<void> => {
	const {store, signal} = context;
	const lives = new LogLives(context, start);
	const followed: Followed = {id, ports, lives};
	const current = (state: State): Container | undefined => ports.places.containerOf(state, id);
	while (!signal.aborted) {
		await when(store, isLive, signal);
		const container = current(store.getState());
		if (signal.aborted) return;
		if (container === undefined) {
			ports.sink.status(id, {kind: 'gone'});
			await when(store, state => current(state) !== undefined, signal);
			continue;
		}
		const end = await readWhileConnected(context, container, followed);
		if (signal.aborted) return;
		if (end.kind === 'stopped') {
			ports.sink.status(id, {kind: 'ended'});
			await lives.next(current, line => ports.sink.lines(id, [line]));
		} else if (end.kind === 'failed') {
			await failed(context, end.error, container, followed);
		}
	}
};

/** Says so, and waits until it may be worth another try. */
const failed = async (
	context: SyncContext,
	error: unknown,
	{ref: {id}}: Container,
	{id: source, ports}: Followed,
): Promise<void> => {
	const {store, clock, signal} = context;
	const isOther = (state: State): boolean => ports.places.containerOf(state, source)?.ref.id !== id;
	// The list tells soon that it has gone.
	if (isKind(error, 'not-found')) {
		await whenWithin(context, isOther, slowRetryMillis);
		return;
	}
	ports.sink.status(source, {kind: 'failed', failure: toFailure(error)});
	if (isKind(error, 'unsupported')) await when(store, isOther, signal);
	else await clock.sleep(isSlow(error) ? slowRetryMillis : retryMillis, signal);
};

/** `cut`: it was given up together with the connection, and says nothing about the container. */
type End =
	| {readonly kind: 'stopped'}
	| {readonly kind: 'cut'}
	| {readonly kind: 'failed'; readonly error: unknown};

/** A stream over a connection that died silently would hang for ever, so it ends with the connection. */
const readWhileConnected = async (
	context: SyncContext,
	container: Container,
	followed: Followed,
): Promise<End> => {
	const {store, signal} = context;
	const {connection} = store.getState();
	const life = new AbortController();
	const either = AbortSignal.any([signal, life.signal]);
	const isOver = when(store, state => !isSameLife(connection, state.connection), either);
	const watch = isOver.then(() => life.abort());
	const end = await readToEnd(until(context, either), container, followed);
	const isCut = either.aborted;
	life.abort();
	await watch;
	return isCut ? {kind: 'cut'} : end;
};

/** One stream until it ends. */
const readToEnd = async (
	context: SyncContext,
	container: Container,
	{id, ports, lives}: Followed,
): Promise<End> => {
	const {openings, sink} = ports;
	try {
		const position = lives.positionIn(container);
		const start = lives.startOf(container);
		const {details, batches} = await openings.run(refKey(container.ref), async () => {
			// Only an inspect of now tells whether it was restarted; at first there is nothing to tell apart.
			const known = lives.hasAny ? undefined : container.details;
			const details = known ?? (await context.engine.inspect(container.ref, context.signal));
			const {tty} = details;
			const batches = await openAtEnd(context, container, {tty, position, start});
			// It may have been started since: then what comes is of its next life.
			const isOfNext = lives.hasAny && hasEnded(details);
			const latest = isOfNext ? context.engine.inspect(container.ref, context.signal) : details;
			return {details: await latest, batches};
		});
		sink.status(id, {kind: 'following'});
		const separator = lives.begin(container, details);
		if (separator !== undefined) sink.lines(id, [separator]);
		const tell = (lines: readonly LogLine[]): void => {
			if (lines.length > 0) sink.lines(id, lines);
		};
		void settleHeld(context, position, tell);
		for await (const lines of batches) {
			// What was cut off in the middle comes again, whole.
			if (context.signal.aborted) break;
			tell(position.take(lines, performance.now()));
		}
		if (!context.signal.aborted) tell(position.settle());
		return {kind: 'stopped'};
	} catch (error) {
		return {kind: 'failed', error};
	}
};

const hasEnded = ({startedAtMillis, finishedAtMillis}: ContainerDetails): boolean =>
	startedAtMillis !== undefined &&
	finishedAtMillis !== undefined &&
	finishedAtMillis >= startedAtMillis;

/** Streams outlive a silence of the engine. */
const isSameLife = (before: Connection, {status, sinceMillis}: Connection): boolean =>
	(status === 'live' || status === 'stale') && sinceMillis === before.sinceMillis;

const isLive = (state: State): boolean =>
	state.connection.status === 'live' && state.containers.status === 'ready';

const isSlow = (error: unknown): boolean => isTimeout(error) || isForbidden(error);

const isKind = (error: unknown, kind: EngineError['kind']): boolean =>
	error instanceof EngineError && error.kind === kind;
