import type {LogSourceId} from '../../model/logs/log-source.ts';

/** The seconds that are kept; the last minute of them is shown. */
const slots = 64;
const shownSeconds = 60;
/** The rate is the mean of so many seconds. */
const meanSeconds = 5;
/** Where nothing comes for so long, nothing is known of how late it would be. */
const lateMillis = 3000;
/** Less is how long any line takes. */
const leastBehindMillis = 1000;
/** Sources of which the errors are kept; there are no more in sight than that. */
const maxSources = 1000;

/**
 * Lines and errors by the second in which they were written, so that the past of a log that is
 * opened does not look like a flood. Times are those of the engine.
 */
export class LogRates {
	#lines = new Seconds();
	#errors = new Seconds();
	readonly #errorsOf = new Map<LogSourceId, Seconds>();
	#openedAtMillis = 0;
	#late = {millis: 0, atMillis: Number.NEGATIVE_INFINITY};

	/** `openedAtMillis`: what was written before then is the past of the log, and comes when it is asked for. */
	clear(openedAtMillis = 0): void {
		this.#openedAtMillis = openedAtMillis;
		this.#late = {millis: 0, atMillis: Number.NEGATIVE_INFINITY};
		this.#lines = new Seconds();
		this.#errors = new Seconds();
		this.#errorsOf.clear();
	}

	addLine(atMillis: number): void {
		this.#lines.add(secondOf(atMillis));
	}

	/** A line that was written then has come just now. */
	arrive(writtenAtMillis: number, nowMillis: number): void {
		if (writtenAtMillis < this.#openedAtMillis) return;
		this.#late = {millis: nowMillis - writtenAtMillis, atMillis: nowMillis};
	}

	/** How long after it was written a line comes while more is written than the engine can tell; else 0. */
	behindMillis(nowMillis: number): number {
		const {millis, atMillis} = this.#late;
		return millis < leastBehindMillis || nowMillis - atMillis > lateMillis ? 0 : millis;
	}

	addError(source: LogSourceId | undefined, atMillis: number): void {
		const second = secondOf(atMillis);
		this.#errors.add(second);
		if (source === undefined) return;
		let errors = this.#errorsOf.get(source);
		if (errors === undefined) {
			if (this.#errorsOf.size === maxSources) return;
			errors = new Seconds();
			this.#errorsOf.set(source, errors);
		}
		errors.add(second);
	}

	/** The mean of the last seconds that are over, as far as they have come. */
	perSecond(nowMillis: number): {readonly lines: number; readonly errors: number} {
		const now = secondOf(nowMillis - this.behindMillis(nowMillis));
		return {
			lines: this.#lines.sum(now - meanSeconds, now) / meanSeconds,
			errors: this.#errors.sum(now - meanSeconds, now) / meanSeconds,
		};
	}

	/** Of each second of the last minute, the running one as the last. Empty where there was none at all. */
	errorsOf(source: LogSourceId, nowMillis: number): readonly number[] {
		const now = secondOf(nowMillis);
		const errors = this.#errorsOf.get(source);
		if (errors === undefined || errors.sum(now - shownSeconds + 1, now + 1) === 0) return [];
		return Array.from({length: shownSeconds}, (_, index) =>
			errors.count(now - shownSeconds + 1 + index),
		);
	}
}

const secondOf = (atMillis: number): number => Math.floor(atMillis / 1000);

/** Counts of the last seconds, each where the one of 64 seconds before it was. */
class Seconds {
	readonly #counts = new Uint32Array(slots);
	readonly #seconds = new Float64Array(slots);

	add(second: number): void {
		const slot = slotOf(second);
		const before = this.#seconds[slot] ?? 0;
		if (second < before) return;
		if (second > before) {
			this.#seconds[slot] = second;
			this.#counts[slot] = 0;
		}
		this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
	}

	count(second: number): number {
		const slot = slotOf(second);
		return this.#seconds[slot] === second ? (this.#counts[slot] ?? 0) : 0;
	}

	/** From the first of them to the one before the last. */
	sum(from: number, to: number): number {
		let sum = 0;
		for (let second = from; second < to; second++) sum += this.count(second);
		return sum;
	}
}

const slotOf = (second: number): number => ((second % slots) + slots) % slots;
