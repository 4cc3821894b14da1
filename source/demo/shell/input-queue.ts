import type {Input} from './io.ts';

/** Hands what was typed to whoever reads, in order; typed ahead waits. */
export class InputQueue {
	readonly #waiting: Input[] = [];
	#reader: ((input: Input) => void) | undefined;
	#isClosed = false;

	get hasReader(): boolean {
		return this.#reader !== undefined;
	}

	push(input: Input): void {
		// A terminal forgets what was typed ahead when it is interrupted.
		if (input.kind === 'interrupt') this.#waiting.length = 0;
		const reader = this.#reader;
		this.#reader = undefined;
		if (reader) reader(input);
		else if (input.kind !== 'interrupt') this.#waiting.push(input);
	}

	/** Nothing more comes; every later read ends at once. */
	close(): void {
		this.#isClosed = true;
		this.push({kind: 'end'});
	}

	read(): Promise<Input> {
		const next = this.#waiting.shift();
		if (next) return Promise.resolve(next);
		if (this.#isClosed) return Promise.resolve({kind: 'end'});
		return new Promise(resolve => {
			this.#reader = resolve;
		});
	}
}
