import {type IncomingHttpHeaders, type RequestOptions, request} from 'node:http';
import {connect, type Socket} from 'node:net';
import {text} from 'node:stream/consumers';
import {onTestFinished} from 'vitest';
import type {DemoEngine} from '../../../source/demo/start.ts';

export interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly text: string;
	// biome-ignore lint/suspicious/noExplicitAny: the tests check every field they use
	readonly json: any;
}

const targetOf = ({endpoint}: DemoEngine): RequestOptions => {
	const {protocol, hostname, port, pathname} = new URL(endpoint);
	return protocol === 'unix:' ? {socketPath: pathname} : {hostname, port};
};

const connected = ({endpoint}: DemoEngine): Socket => {
	const {protocol, hostname, port, pathname} = new URL(endpoint);
	return protocol === 'unix:' ? connect(pathname) : connect(Number(port), hostname);
};

/** One request, read to its end. */
export const call = (
	engine: DemoEngine,
	method: string,
	path: string,
	body?: unknown,
): Promise<Answer> =>
	new Promise((resolve, reject) => {
		const sent = request({...targetOf(engine), method, path, agent: false}, response => {
			text(response).then(
				all =>
					resolve({
						status: response.statusCode ?? 0,
						headers: response.headers,
						text: all,
						json: parsed(all),
					}),
				reject,
			);
		});
		sent.on('error', reject);
		if (body !== undefined) sent.setHeader('Content-Type', 'application/json');
		sent.end(body === undefined ? undefined : JSON.stringify(body));
	});

const parsed = (body: string): unknown => {
	try {
		return JSON.parse(body);
	} catch {
		// Not every answer is JSON; a test that expects it fails on `undefined`.
		return undefined;
	}
};

export const get = (engine: DemoEngine, path: string): Promise<Answer> => call(engine, 'GET', path);

export const post = (engine: DemoEngine, path: string, body?: unknown): Promise<Answer> =>
	call(engine, 'POST', path, body);

export interface Stream {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	/** As they arrived: the engine sends an entry a chunk. */
	readonly chunks: readonly Buffer[];
	text(): string;
	/** `open` until the other side ended it properly or broke it. */
	state(): 'open' | 'ended' | 'broken';
	close(): void;
}

/** A long answer; resolves as soon as its headers are there. */
export const openStream = (engine: DemoEngine, path: string): Promise<Stream> =>
	new Promise((resolve, reject) => {
		const sent = request({...targetOf(engine), path, agent: false}, response => {
			const chunks: Buffer[] = [];
			let state: ReturnType<Stream['state']> = 'open';
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => {
				state = 'ended';
			});
			response.on('error', () => {
				state = 'broken';
			});
			onTestFinished(() => {
				sent.destroy();
			});
			resolve({
				status: response.statusCode ?? 0,
				headers: response.headers,
				chunks,
				text: () => Buffer.concat(chunks).toString(),
				state: () => state,
				close: () => sent.destroy(),
			});
		});
		sent.on('error', reject);
		sent.end();
	});

export interface RawConnection {
	readonly socket: Socket;
	/** Everything received, as text in which a byte is a character. */
	received(): string;
	isClosed(): boolean;
}

/** A connection on which the test writes the bytes itself. */
export const openRaw = async (engine: DemoEngine): Promise<RawConnection> => {
	const socket = connected(engine);
	const chunks: Buffer[] = [];
	let isClosed = false;
	socket.on('data', (chunk: Buffer) => chunks.push(chunk));
	socket.on('close', () => {
		isClosed = true;
	});
	socket.on('error', () => socket.destroy());
	onTestFinished(() => {
		socket.destroy();
	});
	await new Promise<void>(resolve => {
		socket.once('connect', () => resolve());
	});
	return {
		socket,
		received: () => Buffer.concat(chunks).toString('latin1'),
		isClosed: () => isClosed,
	};
};

/** Frames of the multiplexed stream. */
export const framesIn = (bytes: Buffer): {stream: 'stdout' | 'stderr'; text: string}[] => {
	const frames: {stream: 'stdout' | 'stderr'; text: string}[] = [];
	for (let at = 0; at < bytes.length; ) {
		const end = at + 8 + bytes.readUInt32BE(at + 4);
		const stream = bytes[at] === 1 ? 'stdout' : 'stderr';
		frames.push({stream, text: bytes.subarray(at + 8, end).toString()});
		at = end;
	}
	return frames;
};

/** Lets the world notice that its clock was moved. */
export const notice = async (engine: DemoEngine): Promise<void> => {
	await get(engine, '/_ping');
};
