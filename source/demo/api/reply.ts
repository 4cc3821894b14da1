import {type OutgoingHttpHeaders, ServerResponse} from 'node:http';
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

/** Writes one answer. The only way out of the API, so that a scripted fault can cut any answer. */
export class Reply {
	readonly #response: ServerResponse;
	#isHijacked = false;
	/** Bytes of body that may pass; then the connection is destroyed. */
	cutAt = Number.POSITIVE_INFINITY;

	constructor(response: ServerResponse) {
		this.#response = response;
	}

	setHeaders(headers: Readonly<Record<string, string>>): void {
		for (const [name, value] of Object.entries(headers)) this.#response.setHeader(name, value);
	}

	json(value: unknown, status = 200): void {
		this.text(`${JSON.stringify(value)}\n`, {status, contentType: 'application/json'});
	}

	text(
		body: string,
		{
			status = 200,
			contentType = 'text/plain; charset=utf-8',
		}: {status?: number; contentType?: string} = {},
	): void {
		const bytes = Buffer.from(body);
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

	/** An answer without a body; keep-alive goes on. */
	empty(status: number, headers: OutgoingHttpHeaders = {}): void {
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
		return cuttingSink(target, this.cutAt);
	}
}

const cuttingSink = (target: ServerResponse | Duplex, cutAt: number): Sink => {
	let room = cutAt;
	let isOpen = !target.destroyed;
	let isCut = false;
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
			if (!isOpen || isCut || target.writableEnded) return;
			if (buffer.length > room) {
				isCut = true;
				cut(target, buffer.subarray(0, room));
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
			if (!isCut) target.end();
		},
		onClose(listener) {
			if (isOpen) closeListeners.push(listener);
			else listener();
		},
	};
};

/** Sends these last bytes, and breaks the connection once they have left. */
const cut = (target: ServerResponse | Duplex, bytes: Uint8Array): void => {
	const connection = target instanceof ServerResponse ? target.socket : target;
	if (target instanceof ServerResponse) target.flushHeaders();
	if (bytes.length > 0) target.write(bytes);
	connection?.write('', () => target.destroy());
};
