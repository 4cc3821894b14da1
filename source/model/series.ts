import {resample} from './resample.ts';
import type {RingShape, Statistic} from './ring.ts';
import {Ring} from './ring.ts';

const secondMillis = 1000;

/** Five minutes by the second, an hour by ten seconds, a day by the minute. */
const seconds: RingShape = {slotMillis: secondMillis, slots: 300, hasExtremes: false};
const tens: RingShape = {slotMillis: 10 * secondMillis, slots: 360, hasExtremes: true};
const minutes: RingShape = {slotMillis: 60 * secondMillis, slots: 1440, hasExtremes: true};

const reaches = ({slotMillis, slots}: RingShape, spanMillis: number): boolean =>
	spanMillis <= slotMillis * slots;

const slotsOf = ({slotMillis, slots}: RingShape, spanMillis: number): number =>
	Math.min(slots, Math.ceil(spanMillis / slotMillis));

/** Slots of the finest resolution that reaches back this far; beyond a day nothing is known. */
export const gridIn = (
	spanMillis: number,
): {readonly slots: number; readonly slotMillis: number} => {
	const shape = [seconds, tens].find(finer => reaches(finer, spanMillis)) ?? minutes;
	return {slots: slotsOf(shape, spanMillis), slotMillis: shape.slotMillis};
};

/** So late the next sample may be before the newest value is no longer shown as the present one. */
export const patienceMillis = 2000;

/** A stretch of time, cut into equal parts. */
export interface TimeWindow {
	readonly untilMillis: number;
	readonly spanMillis: number;
	readonly points: number;
	/** What is read of each part; by default the mean. */
	readonly statistic?: Statistic;
}

/** The past of one figure. */
export interface Timeline {
	/** One value a part, oldest first; undefined is a gap, or a minimum that is not kept. */
	read(window: TimeWindow): readonly (number | undefined)[];
}

export interface Summand extends Timeline {
	/** Adds the mean of each slot of `gridIn(spanMillis)`, from one on, to a total; NaN is a gap. */
	addTo(totals: Float64Array, untilMillis: number, spanMillis: number, from?: number): void;
}

export interface SeriesShape {
	readonly figures: number;
	/** The first so many figures keep the minimum of 10 s and of a minute, besides mean and maximum. */
	readonly minimums: number;
	/** More than this between two samples is a gap. */
	readonly longestMillis: number;
}

/**
 * The last day of some figures that are sampled together, in three resolutions.
 *
 * A sample stands for the time since the one before, whatever the pace: for whole seconds in the
 * finest resolution, so that a chart has no holes and a peak keeps its height, and for exactly its
 * share of each slot in the others.
 */
export class Series {
	readonly #longestMillis: number;
	readonly #seconds: Ring;
	readonly #tens: Ring;
	readonly #minutes: Ring;
	#atMillis = Number.NEGATIVE_INFINITY;
	#heldUntilMillis = Number.NEGATIVE_INFINITY;

	constructor({figures, minimums, longestMillis}: SeriesShape) {
		this.#longestMillis = longestMillis;
		this.#seconds = new Ring(seconds, figures, minimums);
		this.#tens = new Ring(tens, figures, minimums);
		this.#minutes = new Ring(minutes, figures, minimums);
	}

	/**
	 * `values`: one a figure, NaN where unknown. The first sample after a gap does not continue what was
	 * before, so it stands for its own second only; so does one after the clock was put back.
	 */
	add(atMillis: number, values: Float64Array, continues: boolean): void {
		const before = this.#atMillis;
		const elapsed = atMillis - before;
		const isNext = continues && elapsed > 0 && elapsed <= this.#longestMillis;
		if (isNext) {
			fill(this.#seconds, before, atMillis, values);
			spread(this.#tens, before, atMillis, values);
			spread(this.#minutes, before, atMillis, values);
		} else {
			begin(this.#seconds, atMillis, values);
			begin(this.#tens, atMillis, values);
			begin(this.#minutes, atMillis, values);
		}
		this.#atMillis = atMillis;
		this.#heldUntilMillis = atMillis + (isNext ? elapsed : secondMillis) + patienceMillis;
	}

	timeline(figure: number): Summand {
		return {
			read: ({untilMillis, spanMillis, points, statistic = 'mean'}) => {
				const length = this.#load(figure, statistic, untilMillis, spanMillis);
				return resample(loaded, length, points, statistic);
			},
			addTo: (totals, untilMillis, spanMillis, from = 0) => {
				const length = this.#load(figure, 'mean', untilMillis, spanMillis, from);
				for (let index = from; index < length; index++) {
					const value = loaded[index] ?? Number.NaN;
					const total = totals[index] ?? Number.NaN;
					if (Number.isNaN(total)) totals[index] = value;
					else if (!Number.isNaN(value)) totals[index] = total + value;
				}
			},
		};
	}

	/** Returns the number of slots. */
	#load(
		figure: number,
		statistic: Statistic,
		untilMillis: number,
		spanMillis: number,
		from = 0,
	): number {
		const ring = reaches(seconds, spanMillis)
			? this.#seconds
			: reaches(tens, spanMillis)
				? this.#tens
				: this.#minutes;
		const {slotMillis} = ring.shape;
		const slots = slotsOf(ring.shape, spanMillis);
		const first = Math.floor(untilMillis / slotMillis) - slots + 1;
		// In a sum, what is sampled more seldom than the others would else be missing at the end.
		const newest = untilMillis <= this.#heldUntilMillis ? ring.newest : Number.POSITIVE_INFINITY;
		for (let index = from; index < slots; index++) {
			loaded[index] = ring.value(Math.min(first + index, newest), figure, statistic);
		}
		return slots;
	}
}

/** The slots of what is read just now: too often needed to be made anew. */
const loaded = new Float64Array(minutes.slots);

const begin = (ring: Ring, atMillis: number, values: Float64Array): void =>
	ring.add(Math.floor(atMillis / ring.shape.slotMillis), values, secondMillis);

/** Gives the whole value to each second after that of the sample before. */
const fill = (ring: Ring, fromMillis: number, toMillis: number, values: Float64Array): void => {
	const last = Math.floor(toMillis / secondMillis);
	const first = Math.min(last, Math.floor(fromMillis / secondMillis) + 1);
	const weight = Math.min(toMillis - fromMillis, secondMillis);
	for (let slot = first; slot <= last; slot++) ring.add(slot, values, weight);
};

/** Gives each slot its share of the time between two instants. */
const spread = (ring: Ring, fromMillis: number, toMillis: number, values: Float64Array): void => {
	const {slotMillis} = ring.shape;
	for (let slot = Math.floor(fromMillis / slotMillis); slot * slotMillis < toMillis; slot++) {
		const start = Math.max(fromMillis, slot * slotMillis);
		ring.add(slot, values, Math.min(toMillis, (slot + 1) * slotMillis) - start);
	}
};
