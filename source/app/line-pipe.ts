import type {Output} from './output.ts';

/** So many lines wait for a reader that is slower than what is written. */
const mostWaiting = 100_000;

/** Lines on their way to a reader who may be slow: what he cannot take is left out, and he is told how much. */
export class LinePipe {
	readonly #output: Output;
	readonly #noteLine: (reason: string) => string;
	readonly #onEnd: (error?: unknown) => void;
	#waiting: string[] = [];
	#skipped = 0;
	#writing: Promise<void> | undefined;
	#isOver = false;

	/**
	 * `noteLine`: how a note of ours is written among the lines. `onEnd`: nobody reads any more, or it
	 * cannot be written.
	 */
	constructor(
		output: Output,
		noteLine: (reason: string) => string,
		onEnd: (error?: unknown) => void,
	) {
		this.#output = output;
		this.#noteLine = noteLine;
		this.#onEnd = onEnd;
	}

	push(lines: readonly string[]): void {
		if (this.#isOver) return;
		for (const line of lines) {
			if (this.#waiting.length < mostWaiting) this.#waiting.push(line);
			else this.#skipped++;
		}
		if (this.#waiting.length > 0) this.#writing ??= this.#write();
	}

	/** Resolves when all is written, or cannot be. */
	async end(): Promise<void> {
		await this.#writing;
	}

	async #write(): Promise<void> {
		try {
			// Lines of one moment are written together.
			await Promise.resolve();
			while (this.#waiting.length > 0 && !this.#isOver) await this.#writeWaiting();
		} catch (error) {
			this.#isOver = true;
			this.#onEnd(error);
		}
		this.#writing = undefined;
	}

	async #writeWaiting(): Promise<void> {
		const lines = this.#waiting;
		this.#waiting = [];
		if (this.#skipped > 0) {
			const what = `skipped ${this.#skipped} lines`;
			lines.push(this.#noteLine(`${what}: they come faster than they are read`));
		}
		this.#skipped = 0;
		let isRead = true;
		for (const line of lines) isRead = isRead && (await this.#output.line(line));
		if (isRead && (await this.#output.flush())) return;
		this.#isOver = true;
		this.#onEnd();
	}
}
