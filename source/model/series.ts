/**
 * The last values of one figure on a fixed grid of time: a ring of slots, one value each. A slot
 * nobody wrote is a gap and reads as undefined, never as 0.
 */
export class Series {
	readonly #slotMillis: number;
	readonly #values: Float64Array;
	/** Number of the newest slot since the epoch; -1 while empty. */
	#newest = -1;

	constructor(slotMillis: number, capacity: number) {
		this.#slotMillis = slotMillis;
		this.#values = new Float64Array(capacity).fill(Number.NaN);
	}

	/**
	 * Later values in one slot replace earlier ones. Values come as they are measured, so one that is
	 * older than the whole ring means that the clock was put back: the series begins anew.
	 */
	set(atMillis: number, value: number | undefined): void {
		const slot = Math.floor(atMillis / this.#slotMillis);
		const capacity = this.#values.length;
		if (this.#newest < 0 || slot <= this.#newest - capacity) {
			this.#values.fill(Number.NaN);
			this.#newest = slot;
		}
		// A long silence empties the whole ring once, not slot by slot for ever.
		const steps = Math.min(slot - this.#newest, capacity);
		for (let step = 0; step < steps; step++) this.#values[(slot - step) % capacity] = Number.NaN;
		if (slot > this.#newest) this.#newest = slot;
		this.#values[slot % capacity] = value ?? Number.NaN;
	}

	/** `count` values, oldest first, the last one of the slot that holds `untilMillis`. */
	read(untilMillis: number, count: number): readonly (number | undefined)[] {
		const first = Math.floor(untilMillis / this.#slotMillis) - count + 1;
		const values: (number | undefined)[] = [];
		for (let index = 0; index < count; index++) values.push(this.#at(first + index));
		return values;
	}

	/** Largest value of the last `count` slots; undefined when all are gaps. */
	max(untilMillis: number, count: number): number | undefined {
		let max: number | undefined;
		for (const value of this.read(untilMillis, count)) {
			if (value !== undefined && (max === undefined || value > max)) max = value;
		}
		return max;
	}

	#at(slot: number): number | undefined {
		if (slot > this.#newest || slot <= this.#newest - this.#values.length || slot < 0)
			return undefined;
		const value = this.#values[slot % this.#values.length];
		return value === undefined || Number.isNaN(value) ? undefined : value;
	}
}
