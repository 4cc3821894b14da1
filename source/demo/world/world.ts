import {type DemoContainer, makeContainer} from './container.ts';
import {type DemoImage, imagesFor} from './images.ts';
import {Networks} from './networks.ts';
import {settle} from './past.ts';
import {pastEvents} from './past-events.ts';
import {type ContainerSpec, minutes, type PastSpec} from './spec.ts';
import {specsFor} from './stacks/stacks.ts';
import {Timeline} from './timeline.ts';

export interface WorldOptions {
	/** Same seed and same time: same names, ids, loads and log lines. Default 1. */
	readonly seed?: number;
	readonly nowMillis: number;
	/** In all; generated projects are added to the fixed ones up to here. */
	readonly containers?: number;
	/** So many stopped containers of old projects besides. */
	readonly stopped?: number;
}

/**
 * So long before the present the world begins to be simulated in full, so that probes have results
 * and events a past. What is older is assumed (`past.ts`) or computed when asked (`journal.ts`).
 */
const warmUpMillis = 1.5 * minutes;

/** The simulated machine: its containers and networks, in time. */
export class World extends Timeline {
	readonly seed: number;
	/** What the containers were made from; stays when they are removed. */
	readonly specs: readonly ContainerSpec[];
	readonly images: readonly DemoImage[];
	readonly networks: Networks;
	/** By full id, in order of creation. */
	readonly #containers = new Map<string, DemoContainer>();
	#newestFirst: readonly DemoContainer[] | undefined;

	constructor({seed = 1, nowMillis, containers = 0, stopped = 0}: WorldOptions) {
		super(nowMillis - warmUpMillis);
		this.seed = seed;
		this.specs = specsFor(seed, containers, stopped);
		this.images = imagesFor(this.specs, nowMillis);
		this.networks = new Networks(this.specs, nowMillis);
		for (const spec of this.specs) {
			const container = makeContainer(spec, String(seed), createdAt(spec.past, nowMillis));
			this.#containers.set(container.id, container);
			this.networks.join(container);
			settle(this, container, nowMillis);
		}
		const past = this.containers.flatMap(container => pastEvents(container, nowMillis));
		const beforeMillis = this.nowMillis;
		this.advance(nowMillis);
		this.hub.recall(past.filter(({atMillis}) => atMillis < beforeMillis));
	}

	get containers(): readonly DemoContainer[] {
		return [...this.#containers.values()];
	}

	/** Kept, for none is ever created later. */
	get newestFirst(): readonly DemoContainer[] {
		this.#newestFirst ??= this.containers.toSorted((a, b) => b.createdAtMillis - a.createdAtMillis);
		return this.#newestFirst;
	}

	/** By full id, name, or the first digits of an id. Several fit a prefix: `ambiguous`. */
	find(reference: string): DemoContainer | 'ambiguous' | undefined {
		const exact = this.#containers.get(reference);
		if (exact) return exact;
		const name = reference.replace(/^\//, '');
		const fitting: DemoContainer[] = [];
		for (const container of this.#containers.values()) {
			if (container.name === name) return container;
			if (container.id.startsWith(reference)) fitting.push(container);
		}
		return fitting.length > 1 ? 'ambiguous' : fitting[0];
	}

	remove(container: DemoContainer): void {
		container.isRemoved = true;
		this.#containers.delete(container.id);
		this.#newestFirst = undefined;
		this.networks.leave(container);
	}
}

const createdAt = (past: PastSpec, nowMillis: number): number =>
	nowMillis - past.ranForMillis - (past.exitedForMillis ?? 0) - 1_400;
