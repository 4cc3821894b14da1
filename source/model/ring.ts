import {decode, decodeMax, decodeMin, encode, encodeMax, encodeMin, gapCode} from './compact.ts';

export type Statistic = 'mean' | 'min' | 'max';

export interface RingShape {
	readonly slotMillis: number;
	/** Slots it holds at most. */
	readonly slots: number;
	/** Without, minimum and maximum of a slot are its mean. */
	readonly hasExtremes: boolean;
}

const leastSlots = 60;
/** What is known of a figure in the newest slot: mean, weight of the mean, minimum, maximum. */
const openParts = 4;

/**
 * The last values of some figures on a fixed grid of time, a row of bytes for each slot. What nobody
 * wrote is a gap. It begins small and grows as it fills, because most containers do not live for a day.
 */
export class Ring {
	readonly shape: RingShape;
	readonly #figures: number;
	/** The first so many figures keep a minimum. */
	readonly #minimums: number;
	/** Two bytes of mean a figure, then a byte of maximum a figure, then a byte of minimum. */
	readonly #rowBytes: number;
	#capacity: number;
	#rows: Uint8Array;
	readonly #open: Float32Array;
	/** Numbers of the oldest and the newest slot since the epoch; -1 while empty. */
	#oldest = -1;
	#newest = -1;

	constructor(shape: RingShape, figures: number, minimums: number) {
		this.shape = shape;
		this.#figures = figures;
		this.#minimums = minimums;
		this.#rowBytes = 2 * figures + (shape.hasExtremes ? figures + minimums : 0);
		this.#capacity = Math.min(shape.slots, leastSlots);
		this.#rows = new Uint8Array(this.#capacity * this.#rowBytes);
		this.#open = new Float32Array(figures * openParts);
	}

	get newest(): number {
		return this.#newest;
	}

	/**
	 * Values for a slot, one a figure, NaN where unknown; several in a slot become their weighted mean.
	 * A slot before the newest means that the clock was put back: what came after it is forgotten.
	 */
	add(slot: number, values: Float64Array, weight: number): void {
		if (slot !== this.#newest) this.#advance(slot);
		const open = this.#open;
		for (let figure = 0; figure < this.#figures; figure++) {
			const value = values[figure] ?? Number.NaN;
			if (!(value >= 0)) continue;
			const at = figure * openParts;
			const known = open[at + 1] ?? 0;
			const before = open[at] ?? 0;
			open[at] = before + ((value - before) * weight) / (known + weight);
			open[at + 1] = known + weight;
			if (known === 0 || value < (open[at + 2] ?? 0)) open[at + 2] = value;
			if (known === 0 || value > (open[at + 3] ?? 0)) open[at + 3] = value;
		}
	}

	/** NaN for a gap, and for a minimum that is not kept. */
	value(slot: number, figure: number, statistic: Statistic): number {
		if (slot === this.#newest) return this.#openValue(figure, statistic);
		if (slot > this.#newest || slot < this.#oldest || slot <= this.#newest - this.#capacity)
			return Number.NaN;
		const rows = this.#rows;
		const row = (slot % this.#capacity) * this.#rowBytes;
		const at = row + 2 * figure;
		const mean = (rows[at] ?? 0) | ((rows[at + 1] ?? 0) << 8);
		if (statistic === 'mean' || mean === gapCode || !this.shape.hasExtremes) return decode(mean);
		const max = row + 2 * this.#figures + figure;
		if (statistic === 'max') return decodeMax(mean, rows[max] ?? 0);
		if (figure >= this.#minimums) return Number.NaN;
		return decodeMin(mean, rows[max + this.#figures] ?? 0);
	}

	#openValue(figure: number, statistic: Statistic): number {
		const at = figure * openParts;
		if (this.#open[at + 1] === 0) return Number.NaN;
		if (statistic === 'mean' || !this.shape.hasExtremes) return this.#open[at] ?? Number.NaN;
		if (statistic === 'max') return this.#open[at + 3] ?? Number.NaN;
		return figure < this.#minimums ? (this.#open[at + 2] ?? Number.NaN) : Number.NaN;
	}

	/** Writes down the newest slot, which is over, and begins another one. */
	#advance(slot: number): void {
		if (this.#newest >= 0) this.#close();
		const isOfAnotherTime = slot < this.#oldest || slot - this.#newest >= this.shape.slots;
		if (this.#newest < 0 || isOfAnotherTime) {
			this.#rows.fill(0);
			this.#oldest = slot;
		} else {
			this.#grow(slot);
			this.#clear(Math.min(slot, this.#newest + 1), Math.max(slot, this.#newest));
		}
		this.#newest = slot;
		this.#open.fill(0);
	}

	#close(): void {
		const rows = this.#rows;
		const row = (this.#newest % this.#capacity) * this.#rowBytes;
		for (let figure = 0; figure < this.#figures; figure++) {
			const from = figure * openParts;
			if (this.#open[from + 1] === 0) continue;
			const mean = encode(this.#open[from] ?? Number.NaN);
			const at = row + 2 * figure;
			rows[at] = mean & 0xff;
			rows[at + 1] = mean >>> 8;
			if (!this.shape.hasExtremes) continue;
			const max = row + 2 * this.#figures + figure;
			rows[max] = encodeMax(mean, encode(this.#open[from + 3] ?? 0));
			if (figure >= this.#minimums) continue;
			rows[max + this.#figures] = encodeMin(mean, encode(this.#open[from + 2] ?? 0));
		}
	}

	/** A long silence empties the whole ring once, not slot by slot for ever. */
	#clear(first: number, last: number): void {
		const count = Math.min(last - first + 1, this.#capacity);
		for (let slot = last - count + 1; slot <= last; slot++) {
			const row = (slot % this.#capacity) * this.#rowBytes;
			this.#rows.fill(0, row, row + this.#rowBytes);
		}
	}

	/** Makes room for all slots from the oldest to this one, as far as it may. */
	#grow(slot: number): void {
		const needed = Math.min(this.shape.slots, slot - this.#oldest + 1);
		if (needed <= this.#capacity) return;
		const before = this.#capacity;
		const after = Math.min(this.shape.slots, Math.max(needed, 2 * before));
		const width = this.#rowBytes;
		const rows = new Uint8Array(after * width);
		for (let old = Math.max(this.#oldest, this.#newest - before + 1); old <= this.#newest; old++) {
			const from = (old % before) * width;
			rows.set(this.#rows.subarray(from, from + width), (old % after) * width);
		}
		this.#rows = rows;
		this.#capacity = after;
	}
}
