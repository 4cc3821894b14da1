import type {ContainerKey} from '../model/ids.ts';
import type {SyncContext} from './context.ts';

export interface SlotLimits {
	/** Calls at once. */
	readonly concurrency: number;
	/** One that takes longer than `slowMillis` makes room for another, as long as there are not so many. */
	readonly maxSlow: number;
	readonly slowMillis: number;
}

/** Bounds how many calls about containers are under way, so that a few that hang do not hold up the rest. */
export class Slots {
	readonly #limits: SlotLimits;
	readonly #context: Pick<SyncContext, 'clock' | 'signal'>;
	readonly #onRoom: () => void;
	readonly #underWay = new Set<ContainerKey>();
	#slow = 0;

	/** `onRoom` is called when there may be room again. */
	constructor(
		limits: SlotLimits,
		context: Pick<SyncContext, 'clock' | 'signal'>,
		onRoom: () => void,
	) {
		this.#limits = limits;
		this.#context = context;
		this.#onRoom = onRoom;
	}

	has(key: ContainerKey): boolean {
		return this.#underWay.has(key);
	}

	hasRoom(): boolean {
		return this.#underWay.size - this.#slow < this.#limits.concurrency;
	}

	async run(key: ContainerKey, call: () => Promise<void>): Promise<void> {
		const {clock, signal} = this.#context;
		const done = new AbortController();
		let isSlow = false;
		void clock.sleep(this.#limits.slowMillis, AbortSignal.any([signal, done.signal])).then(() => {
			if (done.signal.aborted || signal.aborted || this.#slow >= this.#limits.maxSlow) return;
			isSlow = true;
			this.#slow++;
			this.#onRoom();
		});
		this.#underWay.add(key);
		await call();
		done.abort();
		this.#underWay.delete(key);
		if (isSlow) this.#slow--;
		this.#onRoom();
	}
}
