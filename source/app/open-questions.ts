import type {TerminalFact} from './probe-terminal.ts';

/** A line over which an answer takes longer is too slow for anyone to work on. */
const patienceMillis = 1000;

/**
 * What the terminal was asked and has not answered yet. Whoever reads the terminal next must not get
 * the answer, which a shell would take for keys.
 */
export class OpenQuestions {
	readonly #waiting = new Set<() => void>();
	#last: TerminalFact['kind'] | undefined;
	#untilMillis = 0;

	/** A terminal answers in order, or not at all: the answer to the last one closes those before it. */
	asked(about: TerminalFact['kind']): void {
		this.#last = about;
		this.#untilMillis = performance.now() + patienceMillis;
	}

	answered(about: TerminalFact['kind']): void {
		if (about !== this.#last) return;
		this.#last = undefined;
		for (const resolve of this.#waiting) resolve();
		this.#waiting.clear();
	}

	/** Resolves when nothing will be answered any more; at once where all was. */
	async settled(): Promise<void> {
		const leftMillis = this.#untilMillis - performance.now();
		if (this.#last === undefined || leftMillis <= 0) return;
		await new Promise<void>(resolve => {
			const timer = setTimeout(resolve, leftMillis);
			this.#waiting.add(() => {
				clearTimeout(timer);
				resolve();
			});
		});
	}
}
