import type {Clock} from '../../source/sync/clock.ts';
import {startMillis} from './builders.ts';

interface Sleeper {
	readonly atMillis: number;
	readonly wake: () => void;
}

/** Everything that can go on without time passing has gone on. */
export const settled = (): Promise<void> =>
	new Promise(resolve => {
		setImmediate(resolve);
	});

/** Time that passes only when the test says so. */
export class FakeClock implements Clock {
	#nowMillis = startMillis;
	#sleepers: Sleeper[] = [];

	now(): number {
		return this.#nowMillis;
	}

	/** How many sleep now; 0 when all pumps have ended. */
	get sleepers(): number {
		return this.#sleepers.length;
	}

	sleep(millis: number, signal: AbortSignal): Promise<void> {
		return new Promise(resolve => {
			if (signal.aborted) return resolve();
			const wake = (): void => {
				this.#sleepers = this.#sleepers.filter(each => each.wake !== wake);
				signal.removeEventListener('abort', wake);
				resolve();
			};
			this.#sleepers.push({atMillis: this.#nowMillis + millis, wake});
			signal.addEventListener('abort', wake);
		});
	}

	/** Wakes each sleeper at its instant, and lets all that follows from it happen before the next. */
	async advance(millis: number): Promise<void> {
		const untilMillis = this.#nowMillis + millis;
		await settled();
		for (let next = this.#next(); next && next.atMillis <= untilMillis; next = this.#next()) {
			this.#nowMillis = Math.max(this.#nowMillis, next.atMillis);
			next.wake();
			await settled();
		}
		this.#nowMillis = untilMillis;
	}

	/** Somebody sets the clock of the machine; who sleeps does so for as long as before. */
	jump(millis: number): void {
		this.#nowMillis += millis;
		this.#sleepers = this.#sleepers.map(each => ({...each, atMillis: each.atMillis + millis}));
	}

	#next(): Sleeper | undefined {
		return this.#sleepers.toSorted((a, b) => a.atMillis - b.atMillis)[0];
	}
}
