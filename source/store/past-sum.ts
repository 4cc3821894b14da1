import {resample} from '../model/resample.ts';
import type {Summand, Timeline, TimeWindow} from '../model/series.ts';
import {gridIn} from '../model/series.ts';

/**
 * The means of several added up, a gap only where none has any; an extreme is one of these sums. What
 * is older than the latest samples can reach stays as it was added up, because there may be hundreds.
 */
export class PastSum implements Timeline {
	readonly #summands: readonly Summand[];
	readonly #unsettledMillis: number;
	readonly #version: () => number;
	#totals = new Float64Array(0);
	#addedVersion = -1;
	#untilMillis = Number.NaN;
	#spanMillis = Number.NaN;

	/** `version` changes with every sample; one changes nothing before its last `unsettledMillis`. */
	constructor(summands: readonly Summand[], unsettledMillis: number, version: () => number) {
		this.#summands = summands;
		this.#unsettledMillis = unsettledMillis;
		this.#version = version;
	}

	read({untilMillis, spanMillis, points, statistic = 'mean'}: TimeWindow) {
		const version = this.#version();
		const isKnown = untilMillis === this.#untilMillis && spanMillis === this.#spanMillis;
		if (!isKnown || version !== this.#addedVersion) this.#add(untilMillis, spanMillis);
		this.#addedVersion = version;
		return resample(this.#totals, this.#totals.length, points, statistic);
	}

	#add(untilMillis: number, spanMillis: number): void {
		const {slots, slotMillis} = gridIn(spanMillis);
		const slotOf = (millis: number): number => Math.floor(millis / slotMillis);
		// NaN, and with it everything, the first time.
		const passed = slotOf(untilMillis) - slotOf(this.#untilMillis);
		const unsettled = Math.ceil(this.#unsettledMillis / slotMillis) + 1;
		const first = slots - passed - unsettled;
		const goesOn = spanMillis === this.#spanMillis && passed >= 0 && first > 0;
		if (goesOn) this.#totals.copyWithin(0, passed);
		else this.#totals = new Float64Array(slots);
		const from = goesOn ? first : 0;
		this.#totals.fill(Number.NaN, from);
		for (const summand of this.#summands) {
			summand.addTo(this.#totals, untilMillis, spanMillis, from);
		}
		this.#untilMillis = untilMillis;
		this.#spanMillis = spanMillis;
	}
}
