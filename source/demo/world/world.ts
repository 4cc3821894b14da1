import {Agenda, type Cancel} from './agenda.ts';
import {currentRun, type DemoContainer, isAlive, makeContainer} from './container.ts';
import {EventHub} from './event-hub.ts';
import {Networks} from './networks.ts';
import {settle} from './past.ts';
import {minutes} from './spec.ts';
import {specsFor} from './stacks/stacks.ts';

export interface WorldOptions {
	/** Same seed and same time: same names, ids, loads and log lines. Default 1. */
	readonly seed?: number;
	readonly nowMillis: number;
	/** In all; generated projects are added to the fixed ones up to here. */
	readonly containers?: number;
}

/**
 * So long before the present the world begins to be simulated in full, so that probes have results
 * and events a past. What is older is assumed (`past.ts`) or computed when asked (`journal.ts`).
 */
const warmUpMillis = 1.5 * minutes;

/**
 * The simulated machine. It has no clock: time passes only in `advance`, and everything that
 * happens is a task on the agenda.
 */
export class World {
	readonly seed: number;
	readonly hub = new EventHub();
	readonly networks: Networks;
	/** By full id, in order of creation. */
	readonly #containers = new Map<string, DemoContainer>();
	readonly #agenda = new Agenda();
	#nowMillis: number;
	/** Called when something is due earlier than anything before. */
	onSooner: (() => void) | undefined;

	constructor({seed = 1, nowMillis, containers = 0}: WorldOptions) {
		this.seed = seed;
		this.#nowMillis = nowMillis - warmUpMillis;
		const specs = specsFor(seed, containers);
		this.networks = new Networks(specs, nowMillis);
		for (const spec of specs) {
			const container = makeContainer(spec, String(seed), createdAt(spec.past, nowMillis));
			this.#containers.set(container.id, container);
			this.networks.join(container);
			settle(this, container, nowMillis);
		}
		this.advance(nowMillis);
	}

	get nowMillis(): number {
		return this.#nowMillis;
	}

	get containers(): readonly DemoContainer[] {
		return [...this.#containers.values()];
	}

	/** When something happens next; undefined when nothing is planned. */
	get nextMillis(): number | undefined {
		return this.#agenda.nextMillis;
	}

	/** Lets time pass; a clock that goes back changes nothing. */
	advance(toMillis: number): void {
		for (let task = this.#agenda.takeDue(toMillis); task; task = this.#agenda.takeDue(toMillis)) {
			this.#nowMillis = Math.max(this.#nowMillis, task.atMillis);
			task.run();
		}
		this.#nowMillis = Math.max(this.#nowMillis, toMillis);
	}

	after(millis: number, run: () => void): Cancel {
		const atMillis = this.#nowMillis + Math.max(0, millis);
		const isSooner = atMillis < (this.#agenda.nextMillis ?? Number.POSITIVE_INFINITY);
		const cancel = this.#agenda.add(atMillis, run);
		if (isSooner) this.onSooner?.();
		return cancel;
	}

	sleep(millis: number): Promise<void> {
		return new Promise(resolve => {
			this.after(millis, resolve);
		});
	}

	has(container: DemoContainer): boolean {
		return this.#containers.has(container.id);
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
		this.#containers.delete(container.id);
		this.networks.leave(container);
	}

	/** Nothing happens any more. */
	end(): void {
		this.#agenda.clear();
	}
}

const createdAt = (past: {ranForMillis: number; exitedForMillis?: number}, nowMillis: number) =>
	nowMillis - past.ranForMillis - (past.exitedForMillis ?? 0) - 1_400;

/** Milliseconds since the last start; undefined without a process. */
export const ageOf = (world: World, container: DemoContainer): number | undefined => {
	const run = currentRun(container);
	return run && isAlive(container) ? world.nowMillis - run.startedAtMillis : undefined;
};
