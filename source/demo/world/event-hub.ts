import type {Cancel} from './agenda.ts';

export interface DemoEvent {
	readonly type: 'container' | 'network' | 'volume' | 'image';
	/** Docker's word, such as `start` or `health_status: healthy`. */
	readonly action: string;
	readonly id: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly atNanos: bigint;
}

/** As many as the real engine keeps, over everything that happens. */
const ringSize = 256;

/** Hands events to whoever listens and keeps the last 256 for `since`. */
export class EventHub {
	readonly #ring: DemoEvent[] = [];
	readonly #listeners = new Set<(event: DemoEvent) => void>();
	#lastNanos = 0n;

	/** The kept events, oldest first. */
	get past(): readonly DemoEvent[] {
		return this.#ring;
	}

	get listenerCount(): number {
		return this.#listeners.size;
	}

	/** No two events share an instant: a client resumes by it. */
	emit(atMillis: number, event: Omit<DemoEvent, 'atNanos'>): void {
		// Measured-looking nanoseconds: as on a real engine, a JSON number cannot hold them exactly.
		const wanted = BigInt(Math.floor(atMillis)) * 1_000_000n + 104_729n;
		const atNanos = wanted > this.#lastNanos ? wanted : this.#lastNanos + 41_387n;
		this.#lastNanos = atNanos;
		const complete = {...event, atNanos};
		this.#ring.push(complete);
		if (this.#ring.length > ringSize) this.#ring.shift();
		for (const listener of [...this.#listeners]) listener(complete);
	}

	/**
	 * Puts what happened before in front of what is kept, and leaves out the noise of probes: else nothing
	 * would be left of it at first, as on an engine that has been probing for long.
	 */
	recall(past: readonly (Omit<DemoEvent, 'atNanos'> & {readonly atMillis: number})[]): void {
		const kept = this.#ring.filter(({action}) => !action.startsWith('exec_'));
		const told = past
			.toSorted((a, b) => a.atMillis - b.atMillis)
			.map(({atMillis, ...event}, index) => ({
				...event,
				atNanos: BigInt(Math.floor(atMillis)) * 1_000_000n + BigInt(index),
			}));
		const all = [...told, ...kept].slice(-ringSize);
		this.#ring.splice(0, this.#ring.length, ...all);
	}

	subscribe(listener: (event: DemoEvent) => void): Cancel {
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
		};
	}
}
