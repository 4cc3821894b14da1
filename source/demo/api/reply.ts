import {type OutgoingHttpHeaders, ServerResponse} from 'node:http';
import {Socket} from 'node:net';
import type {Duplex} from 'node:stream';

/** Where the bytes of a long answer go. */
export interface Sink {
	readonly isOpen: boolean;
	/** The reader is slow: what is written now has to be kept for it. */
	readonly isFull: boolean;
	write(bytes: string | Uint8Array): void;
	/** At once when there is room; also when the reader has gone. */
	drained(): Promise<void>;
	end(): void;
	/** The reader has gone, or the answer has ended. */
	onClose(listener: () => void): void;
}

const valuesInPart = 500;
const opening = Buffer.from('[');
const comma = Buffer.from(',');
const separator = (index: number): Uint8Array => (index === 0 ? opening : comma);

/** Where and how a scripted fault breaks an answer off. */
export interface Breakage {
	/** Bytes of body that may pass. */
	readonly atByte: number;
	readonly by: 'closing' | 'resetting' | 'silence';
}

const unbroken: Breakage = {atByte: Number.POSITIVE_INFINITY, by: 'closing'};

/** Writes one answer. The only way out of the API, so that a scripted fault can cut any answer. */
export class Reply {
	readonly #response: ServerResponse;
	#isHijacked = false;
	breakage = unbroken;

	constructor(response: ServerResponse) {
		this.#response = response;
	}

	setHeaders(headers: Readonly<Record<string, string>>): void {
		for (const [name, value] of Object.entries(headers)) this.#response.setHeader(name, value);
	}

	json(value: unknown, status = 200): void {
		this.text(`${JSON.stringify(value)}\n`, {status, contentType: 'application/json'});
	}

	/**
	 * A list as JSON. A long one is chunked, and written down only as fast as the reader takes it, so
	 * that others get their answers meanwhile.
	 */
	async jsonList<T>(values: readonly T[], toJson: (value: T) => Uint8Array): Promise<void> {
		const partFrom = (from: number): Uint8Array => {
			const part = values.slice(from, from + valuesInPart);
			return Buffer.concat(
				part.flatMap((value, index) => [separator(from + index), toJson(value)]),
			);
		};
		const end = values.length === 0 ? '[]\n' : ']\n';
		if (values.length <= valuesInPart) {
			const body = Buffer.concat([partFrom(0), Buffer.from(end)]);
			this.text(body, {contentType: 'application/json'});
			return;
		}
		const sink = this.stream('application/json');
		for (let from = 0; from < values.length && sink.isOpen; from += valuesInPart) {
			sink.write(partFrom(from));
			await sink.drained();
		}
		sink.write(end);
		sink.end();
	}

	text(
		body: string | Uint8Array,
		{
			status = 200,
			contentType = 'text/plain; charset=utf-8',
		}: {status?: number; contentType?: string} = {},
	): void {
		const bytes = typeof body === 'string' ? Buffer.from(body) : body;
		this.#response.writeHead(status, {
			'Content-Type': contentType,
			'Content-Length': bytes.length,
		});
		const sink = this.#sink(this.#response);
		sink.write(bytes);
		sink.end();
	}

	/** Once an answer has begun nothing can be said any more but by breaking it off. */
	error(status: number, message: string): void {
		if (this.#isHijacked || this.#response.headersSent) this.destroy();
		else this.json({message}, status);
	}

	/** An answer without a body; keep-alive goes on. Broken off at its beginning it never comes, headers and all. */
	empty(status: number, headers: OutgoingHttpHeaders = {}): void {
		const {atByte, by} = this.breakage;
		if (atByte === 0) {
			if (by !== 'silence') this.destroy();
			return;
		}
		this.#response.writeHead(status, headers).end();
	}

	/** Chunked; the headers leave at once, also when nothing follows for long. */
	stream(contentType: string | undefined): Sink {
		if (contentType !== undefined) this.#response.setHeader('Content-Type', contentType);
		this.#response.writeHead(200);
		this.#response.flushHeaders();
		return this.#sink(this.#response);
	}

	/** Without a length and not chunked: the answer ends with the connection. */
	untilClose(contentType: string): Sink {
		this.#response.removeHeader('Transfer-Encoding');
		this.#response.writeHead(200, {'Content-Type': contentType, Connection: 'close'});
		this.#response.flushHeaders();
		return this.#sink(this.#response);
	}

	/** A stream over a connection that HTTP has been left on. */
	raw(connection: Duplex): Sink {
		this.#isHijacked = true;
		return this.#sink(connection);
	}

	destroy(): void {
		this.#response.destroy();
	}

	#sink(target: ServerResponse | Duplex): Sink {
		return breakingSink(target, this.breakage);
	}
}

const breakingSink = (target: ServerResponse | Duplex, {atByte, by}: Breakage): Sink => {
	let room = atByte;
	let isOpen = !target.destroyed;
	let isBroken = false;
	const closeListeners: (() => void)[] = [];
	let writers: (() => void)[] = [];
	const release = () => {
		const released = writers;
		writers = [];
		for (const resume of released) resume();
	};
	target.on('drain', release);
	target.once('close', () => {
		isOpen = false;
		release();
		for (const listener of closeListeners) listener();
	});
	return {
		get isOpen() {
			return isOpen && !target.writableEnded;
		},
		get isFull() {
			return target.writableNeedDrain;
		},
		write(bytes) {
			const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
			if (!isOpen || isBroken || target.writableEnded) return;
			if (buffer.length > room) {
				isBroken = true;
				breakOff(target, buffer.subarray(0, room), by);
				return;
			}
			room -= buffer.length;
			target.write(buffer);
		},
		drained: () =>
			new Promise(resolve => {
				if (isOpen && target.writableNeedDrain) writers.push(resolve);
				else resolve();
			}),
		end() {
			if (!isBroken) target.end();
		},
		onClose(listener) {
			if (isOpen) closeListeners.push(listener);
			else listener();
		},
	};
};

/** Sends these last bytes, and breaks the connection once they have left. */
const breakOff = (target: ServerResponse | Duplex, bytes: Uint8Array, by: Breakage['by']): void => {
	const connection = target instanceof ServerResponse ? target.socket : target;
	if (target instanceof ServerResponse) target.flushHeaders();
	if (bytes.length > 0) target.write(bytes);
	if (by === 'silence') return;
	connection?.write('', () => {
		// Only tcp, which has addresses, knows a reset.
		const hasReset = connection instanceof Socket && connection.remoteAddress !== undefined;
		if (by === 'resetting' && hasReset) connection.resetAndDestroy();
		else target.destroy();
	});
};
