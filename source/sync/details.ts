import {isRunning} from '../model/container.ts';
import {EngineError, isAbortError, isForbidden, isTimeout} from '../model/engine-error.ts';
import type {ContainerKey} from '../model/ids.ts';
import {nearRows} from '../store/select-near.ts';
import type {State} from '../store/state.ts';
import {Breakers} from './breakers.ts';
import type {SyncContext} from './context.ts';
import {KeySet} from './key-set.ts';
import type {Forbid} from './refusals.ts';
import {Slots} from './slots.ts';
import {when} from './when.ts';

/** Inspects at once; more would only queue up in the engine. */
const concurrency = 4;
/** An inspect that takes longer does not hold up the others... */
const slowMillis = 1000;
/** ...unless there are so many of them. */
const maxSlow = 3;
/** Moving the cursor through the list must not inspect every row. */
const settleMillis = 150;

interface DetailsPorts {
	/** Hears of errors that concern the engine and not one container. */
	readonly onLost: (error: unknown) => void;
	readonly forbid: Forbid;
}

/**
 * Keeps the details of containers: inspects each once and again when something happened to it,
 * never in a loop. Of stopped ones there may be thousands: those are inspected that have just ended
 * or are near the selection.
 */
export class DetailsPump {
	readonly #context: SyncContext;
	readonly #ports: DetailsPorts;
	/** What is waited for, in this order; what is near the selection comes after it. */
	readonly #queue = new Set<ContainerKey>();
	#near: readonly ContainerKey[] = [];
	/** What was inspected in this life of the connection. */
	readonly #asked = new KeySet();
	/** What ran when it was listed last. */
	readonly #ran = new KeySet();
	/** Not again before the next list. */
	readonly #failed = new Set<ContainerKey>();
	/** Not again in this life of the connection, unless something happens to it. */
	readonly #forbidden = new KeySet();
	readonly #breakers = new Breakers();
	readonly #slots: Slots;

	constructor(context: SyncContext, ports: DetailsPorts) {
		this.#context = context;
		this.#ports = ports;
		this.#slots = new Slots({concurrency, maxSlow, slowMillis}, context, () => this.#work());
		void this.#lookAround();
	}

	/** Inspect this one again, soon. */
	refresh(key: ContainerKey): void {
		// What is known is old from now on, also where this inspect fails.
		this.#asked.delete(key);
		this.#forbidden.delete(key);
		this.#queue.add(key);
		this.#work();
	}

	/** After each list: inspect what has no details, or only those of a connection before. */
	fill(): void {
		const {byKey} = this.#context.store.getState().containers;
		this.#failed.clear();
		for (const [key, container] of byKey) {
			const isUp = isRunning(container);
			const isWanted = isUp || this.#ran.has(key) || container.details !== undefined;
			if (isWanted && this.#isDue(key)) this.#queue.add(key);
			this.#ran[isUp ? 'add' : 'delete'](key);
		}
		for (const known of [this.#asked, this.#ran, this.#forbidden, this.#breakers])
			known.keepOnly(byKey);
		this.#near = nearRows(this.#context.store.getState());
		this.#work();
	}

	async #lookAround(): Promise<void> {
		const {store, clock, signal} = this.#context;
		while (!signal.aborted) {
			const {list, places, frame} = store.getState();
			const isMoved = (state: State): boolean =>
				state.list !== list || state.places !== places || state.frame.view !== frame.view;
			await when(store, isMoved, signal);
			await clock.sleep(settleMillis, signal);
			this.#near = nearRows(store.getState());
			this.#work();
		}
	}

	#work(): void {
		while (!this.#context.signal.aborted && this.#isLive() && this.#slots.hasRoom()) {
			const key = this.#next();
			if (key === undefined) return;
			void this.#slots.run(key, () => this.#inspect(key));
		}
	}

	#next(): ContainerKey | undefined {
		for (const key of this.#queue) {
			if (this.#slots.has(key)) continue;
			this.#queue.delete(key);
			if (this.#isFree(key)) return key;
		}
		return this.#near.find(key => this.#isFree(key) && this.#isDue(key) && !this.#failed.has(key));
	}

	async #inspect(key: ContainerKey): Promise<void> {
		const {engine, store, signal} = this.#context;
		const container = store.getState().containers.byKey.get(key);
		if (container === undefined) return;
		try {
			const details = await engine.inspect(container.ref, signal);
			if (signal.aborted) return;
			this.#asked.add(key);
			this.#breakers.close(key);
			store.dispatch({type: 'container/inspected', key, details});
		} catch (error) {
			if (!isAbortError(error) && !signal.aborted) this.#failAt(key, error);
		}
	}

	#failAt(key: ContainerKey, error: unknown): void {
		this.#failed.add(key);
		// Of an engine that answers nothing, a container without an answer says nothing.
		if (isTimeout(error) && this.#isLive()) this.#breakers.open(key, this.#context.clock.now());
		if (isForbidden(error)) {
			this.#forbidden.add(key);
			this.#ports.forbid('inspect');
		}
		// It went between list and inspect; the event or the next list removes it. An engine that
		// cannot describe one container still serves the others.
		if (error instanceof EngineError && error.kind !== 'unreachable') return;
		this.#ports.onLost(error);
	}

	#isDue(key: ContainerKey): boolean {
		const container = this.#context.store.getState().containers.byKey.get(key);
		if (container === undefined || this.#forbidden.has(key)) return false;
		return container.details === undefined || !this.#asked.has(key);
	}

	#isFree(key: ContainerKey): boolean {
		return !this.#slots.has(key) && !this.#breakers.isOpen(key, this.#context.clock.now());
	}

	/** Nothing is asked of an engine that hangs: it would all be pending. */
	#isLive(): boolean {
		return this.#context.store.getState().connection.status === 'live';
	}
}
