import type {Writable} from 'node:stream';

/** Characters that are gathered before they are written. */
const chunkLength = 64 * 1024;

/**
 * Writes many lines to stdout as fast as it is read, and no faster. A reader that has gone (`| head`) ends
 * it without a word; any other failure rejects.
 */
export class Output {
	readonly #stream: Writable;
	#chunk = '';
	#failure: Error | undefined;

	constructor(stream: Writable) {
		this.#stream = stream;
		stream.on('error', error => {
			this.#failure ??= error;
		});
	}

	/** False when nobody reads any more. */
	async line(text: string): Promise<boolean> {
		this.#chunk += `${text}\n`;
		return this.#chunk.length < chunkLength || (await this.flush());
	}

	async flush(): Promise<boolean> {
		const chunk = this.#chunk;
		this.#chunk = '';
		if (chunk !== '' && this.#failure === undefined) await this.#write(chunk);
		if (this.#failure === undefined) return true;
		if ('code' in this.#failure && this.#failure.code === 'EPIPE') return false;
		throw this.#failure;
	}
	#write(chunk: string): Promise<void> {
		return new Promise(resolve => {
			this.#stream.write(chunk, error => {
				this.#failure ??= error ?? undefined;
				resolve();
			});
		});
	}
}
