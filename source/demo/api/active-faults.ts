import type {ApiRange, Fault, Faults} from './faults.ts';

/** The faults that are in force, which may change at any time; without any all is well. */
export class ActiveFaults {
	readonly #now: () => number;
	#faults: Faults | undefined;
	#sinceMillis = 0;

	/** `now` is the real clock, in milliseconds. */
	constructor(now: () => number, faults?: Faults) {
		this.#now = now;
		this.set(faults);
	}

	set(faults: Faults | undefined): void {
		this.#faults = faults;
		this.#sinceMillis = this.#now();
	}

	match(method: string, path: string, url: string): Fault | undefined {
		return this.#faults?.match(method, path, url, this.#elapsedMillis());
	}

	copies(action: string): number {
		return this.#faults?.copies?.(action, this.#elapsedMillis()) ?? 1;
	}

	replayed(): number {
		return this.#faults?.replayed?.(this.#elapsedMillis()) ?? 0;
	}

	clockOffsetMillis(): number {
		return this.#faults?.clockOffsetMillis?.(this.#elapsedMillis()) ?? 0;
	}

	get api(): ApiRange | undefined {
		return this.#faults?.api;
	}

	#elapsedMillis(): number {
		return this.#now() - this.#sinceMillis;
	}
}
