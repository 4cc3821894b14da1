import type {IncomingHttpHeaders, IncomingMessage} from 'node:http';
import type {Socket} from 'node:net';
import {setImmediate} from 'node:timers/promises';
import {EngineError} from '../../model/engine-error.ts';
import {abortError, withDeadline} from '../deadline.ts';
import type {DirectEndpoint} from '../endpoint.ts';
import {JsonItems} from '../json-items.ts';
import {unexpectedAnswer} from '../unexpected-answer.ts';
import {createDialer, type DialerOptions, type DialRequest, isSocket} from './dial.ts';
import {isBrokenConnection, toEngineError} from './network-errors.ts';
import {parseJson} from './raw.ts';
import {statusError} from './status-errors.ts';

export interface Call extends DialRequest {
	/** For messages: `list containers`. */
	readonly what: string;
	readonly deadlineMillis: number;
	/** Without the API version in the path, as before it is negotiated. */
	readonly isUnversioned?: boolean;
}

interface Answer {
	/** 200 to 299, or 304. */
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly text: string;
}

/** Calls to one engine: each with a deadline, each rejecting only with `EngineError` or `AbortError`. */
export interface Client {
	readonly endpoint: DirectEndpoint;
	/** Put before every path from now on. */
	setApiVersion(version: string): void;
	/** Undefined before `setApiVersion`. */
	apiVersion(): string | undefined;
	/** As its answers say; false before the first one. */
	isPodman(): boolean;
	/** Milliseconds since the engine last answered a call, whatever it said; infinite before the first. */
	quietMillis(): number;
	/** Reads the whole answer. */
	ask(call: Call, signal: AbortSignal): Promise<Answer>;
	/** The answer as JSON; rejects `protocol` when it is something else. */
	askJson(call: Call, signal: AbortSignal): Promise<unknown>;
	/**
	 * The answer as a list, whose items are handed over one by one as they come, unparsed. Rejects
	 * `protocol` when it is none, be it after some items.
	 */
	askItems(call: Call, signal: AbortSignal, take: (json: Buffer) => void): Promise<void>;
	/** Settles once the engine accepted; the deadline ends there. The stream breaks when the signal fires. */
	open(call: Call, signal: AbortSignal): Promise<OpenStream>;
	/** The raw connection, for a terminal. Breaks when the signal fires. */
	hijack(call: Call, signal: AbortSignal): Promise<Socket>;
	/** What the HTTP client threw, as ours. */
	explain(error: unknown, what: string): Error;
	dispose(): void;
}

export interface OpenStream {
	readonly headers: IncomingHttpHeaders;
	/** Ends quietly when aborted; rejects `unreachable` when the connection breaks. */
	readonly chunks: AsyncIterable<Uint8Array>;
}

/** What changes nothing may be asked twice. */
const isRepeatable = ({method}: Call): boolean => method === 'GET' || method === 'HEAD';

const isGood = (status: number): boolean => (status >= 200 && status < 300) || status === 304;

export const createClient = (endpoint: DirectEndpoint, options: DialerOptions = {}): Client => {
	const dialer = createDialer(endpoint, options);
	let apiVersion: string | undefined;
	let isPodman = false;
	let answeredAtMillis = Number.NEGATIVE_INFINITY;

	const explain = (error: unknown, what: string) => toEngineError(error, endpoint, what);

	const dial = async (call: Call, signal: AbortSignal) => {
		const reply = await dialTwice(call, signal);
		answeredAtMillis = performance.now();
		return reply;
	};

	/** A kept connection may have died unnoticed: what changes nothing is asked once more, on another. */
	const dialTwice = async (call: Call, signal: AbortSignal) => {
		const prefix = apiVersion === undefined || call.isUnversioned ? '' : `/v${apiVersion}`;
		const request = {...call, path: prefix + call.path};
		// A stream can be sent once: not over a connection that may have died.
		if (call.stream !== undefined) return dialer.dialAnew(request, signal);
		try {
			return await dialer.dial(request, signal);
		} catch (error) {
			if (!isRepeatable(call) || signal.aborted || !isBrokenConnection(error)) throw error;
			return dialer.dialAnew(request, signal);
		}
	};

	const guarded = async <T>(
		{what, deadlineMillis: millis}: Call,
		signal: AbortSignal,
		work: (signal: AbortSignal) => Promise<T>,
	): Promise<T> => {
		try {
			return await withDeadline({signal, millis, what}, work);
		} catch (error) {
			throw signal.aborted ? abortError() : explain(error, what);
		}
	};

	const requireGood = async (reply: IncomingMessage, {method, path}: Call): Promise<void> => {
		const status = reply.statusCode ?? 0;
		if (isGood(status)) return;
		throw statusError(status, await readText(reply), endpoint, `${method} ${path}`);
	};

	const dialForStream = async (call: Call, signal: AbortSignal): Promise<IncomingMessage> => {
		const reply = await dial(call, signal);
		if (isSocket(reply)) throw unexpectedAnswer(call.what);
		await requireGood(reply, call);
		return reply;
	};

	const ask = (call: Call, signal: AbortSignal): Promise<Answer> =>
		guarded(call, signal, async inner => {
			const reply = await dialForStream(call, inner);
			const {statusCode: status = 0, headers} = reply;
			isPodman ||= headers['libpod-api-version'] !== undefined;
			return {status, headers, text: await readText(reply)};
		});

	return {
		endpoint,
		setApiVersion(version) {
			apiVersion = version;
		},
		apiVersion: () => apiVersion,
		isPodman: () => isPodman,
		quietMillis: () => performance.now() - answeredAtMillis,
		ask,
		async askJson(call, signal) {
			const {text} = await ask(call, signal);
			return parseJson(text, call.what);
		},
		askItems: (call, signal, take) =>
			guarded(call, signal, async inner => readItems(await dialForStream(call, inner), take)),
		async open(call, signal) {
			const reply = await guarded(call, signal, inner => dialForStream(call, inner));
			breakOnAbort(reply, signal);
			const onError = (error: unknown) => explain(error, call.what);
			return {headers: reply.headers, chunks: chunksOf(reply, signal, onError)};
		},
		async hijack(call, signal) {
			const socket = await guarded(call, signal, async inner => {
				const answer = await dial({...call, hijack: true}, inner);
				if (isSocket(answer)) return answer;
				await requireGood(answer, call);
				throw new EngineError('protocol', `The engine gave no terminal (${call.what})`, {
					hint: 'A proxy between dockmon and the engine must let connections be upgraded.',
				});
			});
			breakOnAbort(socket, signal);
			return socket;
		},
		explain,
		dispose: () => dialer.destroy(),
	};
};

/** An inspect is some kilobytes, a list of all images some megabytes; what has no end wants our memory. */
const mostAnswerBytes = 64 * 1024 * 1024;

const readText = async (reply: IncomingMessage): Promise<string> => {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of reply) {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes > mostAnswerBytes) throw unexpectedAnswer('an answer without an end');
	}
	return Buffer.concat(chunks).toString('utf8');
};

/** Reading tens of thousands of items takes many frames; keys are answered in between. */
const longestAtOnceMillis = 20;

const readItems = async (reply: IncomingMessage, take: (json: Buffer) => void): Promise<void> => {
	const items = new JsonItems();
	let beganAtMillis = performance.now();
	for await (const chunk of reply) {
		for (const json of items.push(chunk)) {
			take(json);
			if (performance.now() - beganAtMillis < longestAtOnceMillis) continue;
			await setImmediate();
			beganAtMillis = performance.now();
		}
	}
	items.end();
};

const breakOnAbort = (stream: IncomingMessage | Socket, signal: AbortSignal) => {
	const onAbort = () => stream.destroy();
	if (signal.aborted) onAbort();
	signal.addEventListener('abort', onAbort, {once: true});
	stream.once('close', () => signal.removeEventListener('abort', onAbort));
};

async function* chunksOf(
	reply: IncomingMessage,
	signal: AbortSignal,
	explain: (error: unknown) => Error,
): AsyncGenerator<Uint8Array> {
	try {
		for await (const chunk of reply) yield chunk;
	} catch (error) {
		if (!signal.aborted) throw explain(error);
	}
}
