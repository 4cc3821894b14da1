import type {LogOptions} from '../engine/engine.ts';
import type {Container} from '../model/container.ts';
import {engineMillis} from '../model/engine-clock.ts';
import type {LogLine} from '../model/log-line.ts';
import type {SyncContext} from './context.ts';
import {until} from './context.ts';
import type {LogPosition} from './log-position.ts';

/** Lines that may have been missed while a stream was cut; `since` without a tail would scan the whole file. */
const resumeLines = 2000;
/** The second try, where those did not reach back far enough. */
const mostResumeLines = 20_000;
/** An engine that has sent nothing for so long has sent all that there was. */
const settleMillis = 3000;

/** How a log is read that was not read before. */
export interface StartOptions {
	/** Lines of its past. */
	readonly tail: number;
	/** Nothing older than this, as the engine takes it. */
	readonly since?: string;
	/** It came after the others, so that all it ever said is new. */
	readonly isJoining: boolean;
}

/**
 * Opens a log where its position is, so that nothing comes twice and what is missing is told. Where so
 * much was written meanwhile that a short tail does not reach back, a long one is asked for.
 */
export const openAtEnd = async (
	context: SyncContext,
	container: Container,
	{
		tty,
		position,
		start,
	}: {readonly tty: boolean; readonly position: LogPosition; readonly start: StartOptions},
): Promise<AsyncIterable<readonly LogLine[]>> => {
	const {engine, store, clock, signal} = context;
	const since = position.resume({
		engineMillis: engineMillis(clock.now(), store.getState().engine),
		steadyMillis: performance.now(),
	});
	const options: Omit<LogOptions, 'tail'> = {follow: true, tty};
	if (since === undefined) {
		const {tail, isJoining} = start;
		const whole = {...options, tail: isJoining ? mostResumeLines : tail};
		const back = start.since === undefined ? {} : {since: start.since};
		return engine.logs(container.ref, {...whole, ...back}, signal);
	}
	const short = new AbortController();
	const inner = until(context, AbortSignal.any([signal, short.signal]));
	const resumed = {...options, since};
	const batches = await engine.logs(container.ref, {...resumed, tail: resumeLines}, inner.signal);
	return withLonger(batches, position, async () => {
		short.abort();
		return engine.logs(container.ref, {...resumed, tail: mostResumeLines}, signal);
	});
};

/** Hands out what was held because it might be old, when it has turned out to be new. */
export const settleHeld = async (
	{clock, signal}: SyncContext,
	position: LogPosition,
	take: (lines: readonly LogLine[]) => void,
): Promise<void> => {
	let before: number | undefined;
	while (position.heldLines !== undefined && !signal.aborted) {
		if (position.heldLines > 0 && position.heldLines === before) take(position.settle());
		before = position.heldLines;
		await clock.sleep(settleMillis, signal);
	}
};

async function* withLonger(
	batches: AsyncIterable<readonly LogLine[]>,
	position: LogPosition,
	openLonger: () => Promise<AsyncIterable<readonly LogLine[]>>,
): AsyncGenerator<readonly LogLine[]> {
	let isShort = false;
	let isFirst = true;
	for await (const lines of batches) {
		isShort = isFirst && position.misses(lines);
		if (isShort) break;
		isFirst = false;
		yield lines;
	}
	if (isShort) yield* await openLonger();
}
