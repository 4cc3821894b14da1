import type {Writable} from 'node:stream';

/** Characters that are gathered before they are written. */
const chunkLength = 64 * 1024;
/** So long a reader has, after the signal, to take what is on its way. */
const patienceMillis = 500;

/**
 * Writes many lines to stdout as fast as it is read, and no faster. A reader that has gone (`| head`) ends
 * it without a word, and so does one that does not read when the signal says that it is over; any other
 * failure rejects.
 */
export class Output {
	readonly #stream: Writable;
	#chunk = '';
	#failure: Error | undefined;
	#isGivenUp = false;
	#stopWaiting: (() => void) | undefined;

	constructor(stream: Writable, signal: AbortSignal) {
		this.#stream = stream;
		const giveUp = (): void => {
			this.#isGivenUp = true;
			this.#stopWaiting?.();
		};
		const giveUpSoon = (): void => void setTimeout(giveUp, patienceMillis).unref();
		signal.addEventListener('abort', giveUpSoon, {once: true});
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
		if (chunk !== '' && this.#failure === undefined && !this.#isGivenUp) await this.#write(chunk);
		if (this.#failure === undefined) return !this.#isGivenUp;
		if ('code' in this.#failure && this.#failure.code === 'EPIPE') return false;
		throw this.#failure;
	}

	#write(chunk: string): Promise<void> {
		return new Promise(resolve => {
			this.#stopWaiting = resolve;
			this.#stream.write(chunk, error => {
				this.#failure ??= error ?? undefined;
				resolve();
			});
		});
	}
}
