import type {Container} from '../model/container.ts';
import {type ContainerKey, isSameRef, refKey} from '../model/ids.ts';

/** A stretch of the list; undefined where one was removed. */
export type Chunk = readonly (Container | undefined)[];

/** A container as it was and as it is. */
export type Change = readonly [before: Container | undefined, now: Container | undefined];

const none: readonly Change[] = [];

const chunkSize = 256;

/**
 * Containers by key, in the order of the engine's list. It never changes; a copy with another
 * container shares all but one chunk with it, because an engine can have tens of thousands.
 */
export class ContainerMap implements ReadonlyMap<ContainerKey, Container> {
	/** Of all that were in the list, also of those that were removed from it since. */
	readonly #places: ReadonlyMap<ContainerKey, number>;
	readonly #chunks: readonly Chunk[];
	readonly size: number;

	private constructor(
		places: ReadonlyMap<ContainerKey, number>,
		chunks: readonly Chunk[],
		size: number,
	) {
		this.#places = places;
		this.#chunks = chunks;
		this.size = size;
	}

	static of(containers: readonly Container[]): ContainerMap {
		const places = new Map<ContainerKey, number>();
		const chunks: Container[][] = [];
		for (const container of containers) {
			const key = refKey(container.ref);
			const place = places.get(key) ?? places.size;
			places.set(key, place);
			const chunk = chunks[Math.floor(place / chunkSize)] ?? [];
			chunk[place % chunkSize] = container;
			chunks[Math.floor(place / chunkSize)] = chunk;
		}
		return new ContainerMap(places, chunks, places.size);
	}

	/**
	 * A map of these. Where it is the same containers in the same places, it shares each stretch in which
	 * nothing changed; where nothing changed at all, it is the same map.
	 */
	update(containers: readonly Container[]): ContainerMap {
		const isSamePlaces =
			containers.length === this.size &&
			this.size === this.#places.size &&
			containers.every((container, place) => isSameRef(this.#at(place)?.ref, container.ref));
		if (!isSamePlaces) return ContainerMap.of(containers);
		const chunks = this.#chunks.map((chunk, index) => {
			const start = index * chunkSize;
			const isSame = chunk.every((container, offset) => container === containers[start + offset]);
			return isSame ? chunk : containers.slice(start, start + chunkSize);
		});
		const isUnchanged = chunks.every((chunk, index) => chunk === this.#chunks[index]);
		return isUnchanged ? this : new ContainerMap(this.#places, chunks, this.size);
	}

	get(key: ContainerKey): Container | undefined {
		const place = this.#places.get(key);
		return place === undefined ? undefined : this.#at(place);
	}

	has(key: ContainerKey): boolean {
		return this.get(key) !== undefined;
	}

	/** With another container in the place of the one that has the same key; the same where there is none. */
	replace(container: Container): ContainerMap {
		return this.#with(refKey(container.ref), container);
	}

	without(key: ContainerKey): ContainerMap {
		return this.#with(key, undefined);
	}

	/**
	 * What is another object than in an earlier map, as pairs of before and now, undefined where it was
	 * removed since. Undefined where the two are not the same list any more: then all may be new.
	 */
	changesSince(earlier: ContainerMap): readonly Change[] | undefined {
		if (this.#places !== earlier.#places) return undefined;
		return this.#chunks.flatMap((chunk, number): readonly Change[] => {
			const before = earlier.#chunks[number] ?? [];
			if (chunk === before) return none;
			return chunk.flatMap((now, offset): readonly Change[] =>
				now === before[offset] ? none : [[before[offset], now]],
			);
		});
	}

	/** In order. Most are the same objects as in the map before, so what is made of one can be kept with it. */
	get chunks(): readonly Chunk[] {
		return this.#chunks;
	}

	*values(): Generator<Container, undefined> {
		for (const chunk of this.#chunks) {
			for (const container of chunk) if (container !== undefined) yield container;
		}
	}

	*keys(): Generator<ContainerKey, undefined> {
		for (const [key] of this.entries()) yield key;
	}

	*entries(): Generator<[ContainerKey, Container], undefined> {
		let place = 0;
		for (const key of this.#places.keys()) {
			const container = this.#at(place);
			if (container !== undefined) yield [key, container];
			place++;
		}
	}

	[Symbol.iterator](): Generator<[ContainerKey, Container], undefined> {
		return this.entries();
	}

	forEach(call: (container: Container, key: ContainerKey, map: this) => void): void {
		for (const [key, container] of this) call(container, key, this);
	}

	#at(place: number): Container | undefined {
		return this.#chunks[Math.floor(place / chunkSize)]?.[place % chunkSize];
	}

	#with(key: ContainerKey, container: Container | undefined): ContainerMap {
		const place = this.#places.get(key);
		if (place === undefined || !this.has(key)) return this;
		const number = Math.floor(place / chunkSize);
		const chunk = this.#chunks[number]?.with(place % chunkSize, container) ?? [];
		const size = container === undefined ? this.size - 1 : this.size;
		return new ContainerMap(this.#places, this.#chunks.with(number, chunk), size);
	}
}
