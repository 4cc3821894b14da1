import {EngineError} from '../../model/engine-error.ts';
import type {ContainerRef} from '../../model/ids.ts';
import type {LogLine} from '../../model/log-line.ts';
import {maskSecrets} from '../../model/secrets.ts';
import type {LogOptions} from '../engine.ts';
import {createFrameSplitter, type FrameTaker} from '../frames.ts';
import {createLastLines, type LastLines} from '../last-lines.ts';
import {createLineJoiner, type LineJoiner} from '../lines.ts';
import {sinceJustBefore, stampToSince, untilJustAfter} from '../stamp.ts';
import {wait} from '../wait.ts';
import type {Call, Client, OpenStream} from './client.ts';

const openMillis = 15_000;
/** Lines that the engine may have kept back when the container stopped. */
const catchUpLines = 1000;

/**
 * Reads the log of a container. Settles once the engine accepted, also when nothing was written
 * yet. Entries are always asked for with time stamps and never by dockerode's own call, which
 * parses a log that happens to be JSON.
 */
export const openLogs = async (
	client: Client,
	ref: ContainerRef,
	options: LogOptions,
	signal: AbortSignal,
): Promise<AsyncIterable<readonly LogLine[]>> => {
	if (options.follow && options.since === undefined && client.isPodman()) {
		// Of no tail nothing is shown, but behind what to go on is known by the last line.
		const isWithoutPast = options.tail === 0;
		const tail = isWithoutPast ? 1 : options.tail;
		const past = await openOnce(client, ref, {...options, follow: false, tail}, signal);
		const follow = (since: string) => openOnce(client, ref, {...options, since}, signal);
		return goingOn(past, {isWithoutPast, signal, follow});
	}
	const batches = await openOnce(client, ref, options, signal);
	if (!options.follow || client.isPodman()) return batches;
	return withCatchUp(batches, signal, since => {
		const tail = since === undefined ? options.tail : catchUpLines;
		const again = {...options, follow: false, tail, ...(since !== undefined && {since})};
		return openOnce(client, ref, again, signal);
	});
};

const openOnce = async (
	client: Client,
	ref: ContainerRef,
	{follow, tail, since, until, tty}: LogOptions,
	signal: AbortSignal,
): Promise<AsyncIterable<readonly LogLine[]>> => {
	const query = {
		follow,
		stdout: true,
		stderr: true,
		timestamps: true,
		// What was read before must go on without a hole; of Podman see `goingOn`.
		tail: client.isPodman() && (since ?? until) !== undefined ? 'all' : tail,
		...(since !== undefined && {since: stampToSince(since)}),
		...(until !== undefined && {
			until: client.isPodman() ? untilJustAfter(until) : stampToSince(until),
		}),
	};
	const path = `/containers/${ref.id}/logs`;
	const call: Call = {method: 'GET', path, query, what: 'logs', deadlineMillis: openMillis};
	if (follow && client.isPodman()) return openPatiently(client, call, tty, signal);
	return toBatches(await client.open(call, signal), tty);
};

/** Longer than this a refusal does not take. */
const refusalMillis = 1000;
/** The longest that a timer can wait, 24 days. */
const foreverMillis = 2 ** 31 - 1;

/** Podman sends its headers together with the first line: a silent log counts as accepted. */
const openPatiently = async (
	client: Client,
	call: Call,
	tty: boolean,
	signal: AbortSignal,
): Promise<AsyncIterable<readonly LogLine[]>> => {
	const opening = client.open({...call, deadlineMillis: foreverMillis}, signal);
	const opened = await Promise.race([opening, wait(refusalMillis, signal)]);
	if (opened || signal.aborted) return toBatches(await opening, tty);
	// Told to whoever reads, which may be later.
	opening.catch(() => {});
	return whenOpen(opening, tty, signal);
};

async function* whenOpen(
	opening: Promise<OpenStream>,
	tty: boolean,
	signal: AbortSignal,
): AsyncGenerator<readonly LogLine[]> {
	try {
		yield* toBatches(await opening, tty);
	} catch (error) {
		if (!signal.aborted) throw error;
	}
}

const toBatches = (
	{headers, chunks}: OpenStream,
	tty: boolean,
): AsyncIterable<readonly LogLine[]> =>
	isRaw(headers['content-type'], tty) ? fromRaw(chunks) : fromFrames(chunks);

/**
 * When a container stops, Docker at times ends the stream before its last line was sent (20.10: one
 * time in twenty-five). So the end of the log is read once more. Podman waits for the last line, and
 * its `tail` joins wrongly what was written in pieces, which would look like lines that were missed.
 */
async function* withCatchUp(
	batches: AsyncIterable<readonly LogLine[]>,
	signal: AbortSignal,
	reopen: (since: string | undefined) => Promise<AsyncIterable<readonly LogLine[]>>,
): AsyncGenerator<readonly LogLine[]> {
	const last = createLastLines();
	yield* noting(last, batches);
	if (signal.aborted) return;
	const again: LogLine[] = [];
	try {
		for await (const lines of await reopen(last.stamp())) again.push(...lines);
	} catch (error) {
		if (!isGone(error, signal)) throw error;
	}
	const unseen = last.unseen(again);
	if (unseen.length > 0) yield unseen;
}

async function* noting(
	last: LastLines,
	batches: AsyncIterable<readonly LogLine[]>,
): AsyncGenerator<readonly LogLine[]> {
	for await (const lines of batches) {
		last.note(lines);
		yield lines;
	}
}

interface FollowPorts {
	/** The past is read only to know where to go on. */
	readonly isWithoutPast: boolean;
	readonly signal: AbortSignal;
	readonly follow: (since: string) => Promise<AsyncIterable<readonly LogLine[]>>;
}

/** Before all that an engine has ever written. */
const earliest = '1970-01-01T00:00:01Z';

/**
 * Podman loses what is written between its reading of a tail and its beginning to follow. So the tail is read alone, and
 * followed is what was written since, of which the first lines are known.
 */
async function* goingOn(
	past: AsyncIterable<readonly LogLine[]>,
	{isWithoutPast, signal, follow}: FollowPorts,
): AsyncGenerator<readonly LogLine[]> {
	const last = createLastLines();
	for await (const lines of noting(last, past)) if (!isWithoutPast) yield lines;
	if (signal.aborted) return;
	const behind = last.behind();
	for await (const lines of await follow(sinceJustBefore(last.stamp() ?? earliest))) {
		const fresh = behind(lines);
		if (fresh.length > 0) yield fresh;
	}
}

/** The container was removed together with its end, or nobody wants to know any more. */
const isGone = (error: unknown, signal: AbortSignal): boolean =>
	signal.aborted ||
	(error instanceof EngineError && (error.kind === 'not-found' || error.kind === 'conflict'));

/** Engines from API 1.42 on say it; before, only the inspect tells. */
const isRaw = (contentType: string | undefined, tty: boolean): boolean => {
	if (contentType === 'application/vnd.docker.multiplexed-stream') return false;
	if (contentType === 'application/vnd.docker.raw-stream') return true;
	return tty;
};

async function* fromRaw(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly LogLine[]> {
	const joiner = createLineJoiner({raw: true});
	yield* withRest(
		joiner,
		chunks,
		(chunk, lines) => joiner.push('stdout', chunk, lines),
		() => {},
	);
}

async function* fromFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly LogLine[]> {
	const joiner = createLineJoiner({raw: false});
	const splitter = createFrameSplitter();
	const into = (lines: LogLine[]): FrameTaker => ({
		entry: (stream, bytes, start, end) => joiner.push(stream, bytes, lines, start, end),
		other: frame => addOther(frame, joiner, lines),
	});
	yield* withRest(
		joiner,
		chunks,
		(chunk, lines) => splitter.read(chunk, into(lines)),
		lines => splitter.end(into(lines)),
	);
}

/**
 * What is left when the stream ends is handed out too. Not so when it breaks: whoever goes on reading
 * gets the whole line once more, and half of it would be another one.
 */
async function* withRest(
	joiner: LineJoiner,
	chunks: AsyncIterable<Uint8Array>,
	push: (chunk: Uint8Array, lines: LogLine[]) => void,
	end: (lines: LogLine[]) => void,
): AsyncGenerator<readonly LogLine[]> {
	for await (const chunk of chunks) {
		const lines: LogLine[] = [];
		push(chunk, lines);
		if (lines.length > 0) yield lines;
	}
	const rest: LogLine[] = [];
	end(rest);
	rest.push(...joiner.end());
	if (rest.length > 0) yield rest;
}

const addOther = (
	frame: Parameters<FrameTaker['other']>[0],
	joiner: LineJoiner,
	lines: LogLine[],
): void => {
	if (frame.kind === 'notice')
		lines.push({kind: 'gap', reason: `The engine says: ${maskSecrets(frame.text.trim())}`});
	// What was begun before it will not go on behind it.
	else lines.push(...joiner.end(), {kind: 'gap', reason: frame.reason});
};
