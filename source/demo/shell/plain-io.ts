import {StringDecoder} from 'node:string_decoder';
import {InputQueue} from './input-queue.ts';
import type {Input, Io} from './io.ts';

/** A program without a terminal: nothing is echoed, lines come as they are sent. */
export class PlainIo implements Io {
	readonly isTty = false;
	readonly #write: (stream: 'stdout' | 'stderr', text: string) => void;
	readonly #queue = new InputQueue();
	readonly #decoder = new StringDecoder('utf8');
	#rest = '';

	constructor(write: (stream: 'stdout' | 'stderr', text: string) => void) {
		this.#write = write;
	}

	out(text: string): void {
		this.#write('stdout', text);
	}

	err(text: string): void {
		this.#write('stderr', text);
	}

	readLine(): Promise<Input> {
		return this.#queue.read();
	}

	feed(bytes: Buffer): void {
		const lines = (this.#rest + this.#decoder.write(bytes)).split('\n');
		this.#rest = lines.pop() ?? '';
		for (const text of lines) this.#queue.push({kind: 'line', text});
	}

	close(): void {
		if (this.#rest !== '') this.#queue.push({kind: 'line', text: this.#rest});
		this.#rest = '';
		this.#queue.close();
	}
}
