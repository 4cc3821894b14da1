import type {ContainerKey} from '../model/ids.ts';

const firstMillis = 30_000;
const longestMillis = 600_000;

interface Breaker {
	readonly untilMillis: number;
	readonly waitMillis: number;
}

/** Containers about which the engine does not answer: each is left alone for a while, longer each time. */
export class Breakers {
	readonly #breakers = new Map<ContainerKey, Breaker>();

	open(key: ContainerKey, nowMillis: number): void {
		const before = this.#breakers.get(key)?.waitMillis;
		const waitMillis = before === undefined ? firstMillis : Math.min(before * 2, longestMillis);
		this.#breakers.set(key, {waitMillis, untilMillis: nowMillis + waitMillis});
	}

	close(key: ContainerKey): void {
		this.#breakers.delete(key);
	}

	keepOnly(known: {has(key: ContainerKey): boolean}): void {
		for (const key of this.#breakers.keys()) if (!known.has(key)) this.#breakers.delete(key);
	}

	isOpen(key: ContainerKey, nowMillis: number): boolean {
		return nowMillis < (this.#breakers.get(key)?.untilMillis ?? 0);
	}
}
