/** Values that a test hands to whoever iterates; what comes before the iteration is kept for it. */
export class Channel<T> implements AsyncIterable<T> {
	readonly #values: T[] = [];
	#end: {readonly error?: unknown} | undefined;
	#wake: () => void = () => {};
	/** True once the reader has left. */
	isClosed = false;

	/** Ends quietly when the signal fires. */
	constructor(signal: AbortSignal) {
		if (signal.aborted) this.end();
		signal.addEventListener('abort', () => this.end(), {once: true});
	}

	push(...values: readonly T[]): void {
		this.#values.push(...values);
		this.#wake();
	}

	end(): void {
		this.#end ??= {};
		this.#wake();
	}

	fail(error: unknown): void {
		this.#end ??= {error};
		this.#wake();
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<T> {
		try {
			for (;;) {
				while (this.#values.length > 0) yield* this.#values.splice(0, 1);
				if (this.#end) break;
				await new Promise<void>(resolve => {
					this.#wake = resolve;
				});
			}
			if (this.#end.error !== undefined) throw this.#end.error;
		} finally {
			this.isClosed = true;
		}
	}
}
