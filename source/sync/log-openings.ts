import type {ContainerKey} from '../model/ids.ts';
import type {SyncContext} from './context.ts';
import {Slots} from './slots.ts';

const limits = {concurrency: 8, maxSlow: 24, slowMillis: 300};

/** Lets logs be opened a few at a time, so that a hundred of them do not come down on an engine at once. */
export class LogOpenings {
	readonly #slots: Slots;
	readonly #signal: AbortSignal;
	#waiting: (() => void)[] = [];

	constructor(context: Pick<SyncContext, 'clock' | 'signal'>) {
		this.#signal = context.signal;
		this.#slots = new Slots(limits, context, () => this.#next());
		context.signal.addEventListener('abort', () => this.#next());
	}

	/** Settles as the opening does, once it was its turn. */
	async run<T>(key: ContainerKey, open: () => Promise<T>): Promise<T> {
		while (!this.#slots.hasRoom() && !this.#signal.aborted) {
			await new Promise<void>(resolve => this.#waiting.push(resolve));
		}
		const opening = open();
		void this.#slots.run(key, () =>
			opening.then(
				() => {},
				// Told to whoever opens.
				() => {},
			),
		);
		return opening;
	}

	#next(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const goOn of waiting) goOn();
	}
}
