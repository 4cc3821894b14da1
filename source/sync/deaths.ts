import type {EngineEvent} from '../model/engine-event.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import {known} from '../model/known.ts';

/** How a container ended last, as an event told. */
export interface Death {
	/** By the engine's clock. */
	readonly atMillis: number;
	readonly exitCode?: number;
	/** The kernel had killed one of its processes for want of memory. */
	readonly isOomKilled: boolean;
}

/** Of so many containers, because they come and go for months. */
const mostContainers = 1000;
/** Of one container: it may have died again before anyone asks. */
const mostDeaths = 4;

/** Exit codes that nothing else tells: once a container has been started again, an inspect says 0. */
export class Deaths {
	readonly #deaths = new Map<ContainerKey, readonly Death[]>();
	readonly #outOfMemory = new Set<ContainerKey>();

	note(event: EngineEvent): void {
		const key = refKey(event.ref);
		if (event.kind === 'container.oom') this.#outOfMemory.add(key);
		if (event.kind === 'container.destroyed') this.#outOfMemory.delete(key);
		if (event.kind !== 'container.died') return;
		const {atMillis, exitCode} = event;
		const isOomKilled = this.#outOfMemory.delete(key) && exitCode !== 0;
		const before = this.#deaths.get(key) ?? [];
		// In the order of their latest deaths, so that the oldest is the first.
		this.#deaths.delete(key);
		const death = {atMillis, ...known('exitCode', exitCode), isOomKilled};
		this.#deaths.set(key, [...before, death].slice(-mostDeaths));
		const [oldest] = this.#deaths.keys();
		if (this.#deaths.size > mostContainers && oldest !== undefined) this.#deaths.delete(oldest);
	}

	/** The latest between two instants; undefined where none was seen. */
	between(
		key: ContainerKey,
		fromMillis: number,
		toMillis = Number.POSITIVE_INFINITY,
	): Death | undefined {
		return this.#deaths
			.get(key)
			?.findLast(({atMillis}) => atMillis >= fromMillis && atMillis <= toMillis);
	}
}
