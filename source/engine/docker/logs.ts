import {EngineError} from '../../model/engine-error.ts';
import type {ContainerRef} from '../../model/ids.ts';
import type {LogLine} from '../../model/log-line.ts';
import type {LogOptions} from '../engine.ts';
import {createFrameSplitter, type Frame} from '../frames.ts';
import {createLastLines} from '../last-lines.ts';
import {createLineJoiner, type LineJoiner} from '../lines.ts';
import {stampToSince} from '../stamp.ts';
import type {Client} from './client.ts';

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
	const batches = await openOnce(client, ref, options, signal);
	if (!options.follow) return batches;
	return withCatchUp(batches, signal, since => {
		const tail = since === undefined ? options.tail : catchUpLines;
		const again = {...options, follow: false, tail, ...(since !== undefined && {since})};
		return openOnce(client, ref, again, signal);
	});
};

const openOnce = async (
	client: Client,
	ref: ContainerRef,
	{follow, tail, since, tty}: LogOptions,
	signal: AbortSignal,
): Promise<AsyncIterable<readonly LogLine[]>> => {
	const query = {
		follow,
		stdout: true,
		stderr: true,
		timestamps: true,
		tail,
		...(since !== undefined && {since: stampToSince(since)}),
	};
	const path = `/containers/${ref.id}/logs`;
	const {headers, chunks} = await client.open(
		{method: 'GET', path, query, what: 'logs', deadlineMillis: openMillis},
		signal,
	);
	return isRaw(headers['content-type'], tty) ? fromRaw(chunks) : fromFrames(chunks);
};

/**
 * When a container stops, engines at times end the stream before its last line was sent (20.10: one
 * time in twenty-five). So the end of the log is read once more.
 */
async function* withCatchUp(
	batches: AsyncIterable<readonly LogLine[]>,
	signal: AbortSignal,
	reopen: (since: string | undefined) => Promise<AsyncIterable<readonly LogLine[]>>,
): AsyncGenerator<readonly LogLine[]> {
	const last = createLastLines();
	for await (const lines of batches) {
		last.note(lines);
		yield lines;
	}
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
		chunk => joiner.push('stdout', chunk),
		() => [],
	);
}

async function* fromFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly LogLine[]> {
	const joiner = createLineJoiner({raw: false});
	const splitter = createFrameSplitter();
	const toLines = (frames: Frame[]) => frames.flatMap(frame => frameLines(frame, joiner));
	yield* withRest(
		joiner,
		chunks,
		chunk => toLines(splitter.push(chunk)),
		() => toLines(splitter.end()),
	);
}

/** What is left when the stream ends is handed out too, also when it ends by a broken connection. */
async function* withRest(
	joiner: LineJoiner,
	chunks: AsyncIterable<Uint8Array>,
	push: (chunk: Uint8Array) => LogLine[],
	end: () => LogLine[],
): AsyncGenerator<readonly LogLine[]> {
	let broken: {error: unknown} | undefined;
	try {
		for await (const chunk of chunks) {
			const lines = push(chunk);
			if (lines.length > 0) yield lines;
		}
	} catch (error) {
		broken = {error};
	}
	const rest = [...end(), ...joiner.end()];
	if (rest.length > 0) yield rest;
	if (broken) throw broken.error;
}

const frameLines = (frame: Frame, joiner: LineJoiner): LogLine[] => {
	switch (frame.kind) {
		case 'entry':
			return joiner.push(frame.stream, frame.bytes);
		case 'notice':
			return [{kind: 'gap', reason: `The engine says: ${frame.text.trim()}`}];
		case 'gap':
			// What was begun before it will not go on behind it.
			return [...joiner.end(), {kind: 'gap', reason: frame.reason}];
	}
};
