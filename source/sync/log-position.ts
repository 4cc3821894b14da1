import {sinceJustBefore} from '../engine/stamp.ts';
import {formatSpan} from '../format/duration.ts';
import type {LogLine} from '../model/log-line.ts';

type StampedLine = Extract<LogLine, {kind: 'line'}> & {
	readonly stamp: string;
	readonly atMillis: number;
};

/**
 * Two streams of a container are written down by two threads, so that a line may stand behind one whose
 * time stamp is a little later. Where it is much later, the clock was put back in between.
 */
const disorderMillis = 100;
const tellableMillis = 100;
/** An engine whose stamps never change must not fill the memory. */
const mostRemembered = 100_000;
/** More than the longest tail that is asked for. */
const mostHeld = 25_000;
/** A line may have been written so long before it was read: an engine falls behind a flood. */
const latenessMillis = 60_000;

/**
 * `awaiting`: nothing of what was read has come again, nor anything later; `in doubt`: the same, and the clock was
 * put back, so that what is not later than all that was read may be old or new; `settled`: nothing will come again.
 */
type Phase = 'reading' | 'awaiting' | 'in doubt' | 'settled';

/** An instant, by the clock of the engine, which may be set, and by one that only goes on. */
export interface Moment {
	readonly engineMillis: number;
	readonly steadyMillis: number;
}

/**
 * How far the log of a container was read, to go on there with no repetition and no hidden hole. The end
 * of what was read is asked for again, and what comes of it is told from what is new by its time stamp,
 * its stream and its text: a count alone would not do, because it may come in another order.
 *
 * A log has the order in which it was written, which is that of its time stamps only as long as nobody puts
 * the clock back. After that what was read long ago may come again. It is remembered nowhere, but stands before
 * the line that was read last, so nothing is handed out until something has come that is known.
 */
export class LogPosition {
	/** Every line whose stamp is not older than `disorderMillis` before the latest, since the clock was put back. */
	#recent: StampedLine[] = [];
	/** Those before this index are too old; the array is cut only now and then. */
	#start = 0;
	/** By its time stamp, since the clock was put back. */
	#latest: StampedLine | undefined;
	/** The latest of all that was read before that. */
	#latestBefore: StampedLine | undefined;
	/** The line that was read last. */
	#last: StampedLine | undefined;
	/** When that was, by a clock that only goes on. */
	#readAtMillis: number | undefined;
	/** How often each line comes again that was read before. */
	#repeated = new Map<string, number>();
	/** The line that was read last when it was resumed. */
	#resumesAt: StampedLine | undefined;
	/** Nothing older was asked for. */
	#fromMillis = Number.NEGATIVE_INFINITY;
	#phase: Phase = 'reading';
	/** What came since then and may be old, in the order in which it came. */
	#held: StampedLine[] = [];

	/** Where the engine shall go on; undefined where nothing was read yet. */
	resume(now?: Moment): string | undefined {
		const [last, latest] = [this.#last, this.#latest];
		this.#repeated = new Map();
		this.#held = [];
		if (last === undefined || latest === undefined) return undefined;
		this.#resumesAt = last;
		for (const line of this.#recent.slice(this.#start)) {
			const name = nameOf(line);
			this.#repeated.set(name, (this.#repeated.get(name) ?? 0) + 1);
		}
		// What was written since then is older than what was read, where the clock was put back meanwhile. To be wrong
		// about that, because the engine's time is known by half a second only, costs no more than a longer answer.
		const writtenMillis = this.#writtenMillis(now);
		const isPutBack = writtenMillis < last.atMillis - disorderMillis;
		this.#fromMillis = isPutBack
			? Math.max(0, writtenMillis - latenessMillis)
			: latest.atMillis - disorderMillis;
		const before = this.#latestBefore;
		const isInDoubt = isPutBack || (before !== undefined && before.atMillis >= this.#fromMillis);
		this.#phase = isInDoubt ? 'in doubt' : 'awaiting';
		return sinceJustBefore(new Date(this.#fromMillis).toISOString());
	}

	/** Lines of which it is not known yet whether they are new; undefined where that is known of all that come. */
	get heldLines(): number | undefined {
		return this.#phase === 'in doubt' ? this.#held.length : undefined;
	}

	/** True where these lines, the first after `resume`, do not go on where the log was left. */
	misses(lines: readonly LogLine[]): boolean {
		const first = lines.find(isStamped);
		return first !== undefined && this.#isBehindGap(first);
	}

	/**
	 * Those lines that were not read before; the position is behind them then. A gap stands before
	 * them where the log does not go on at the line that was read last: then some were never sent,
	 * because they are too many or no longer there. `steadyMillis`: when they came.
	 */
	take(lines: readonly LogLine[], steadyMillis?: number): readonly LogLine[] {
		const last = this.#last;
		const fresh = this.#withoutRepeated(lines);
		if (this.#last !== last) this.#readAtMillis = steadyMillis;
		return fresh;
	}

	/** All that there was has come, and nothing that is known: so what was held is new, and hands it out. */
	settle(): readonly LogLine[] {
		const fresh: LogLine[] = [];
		if (this.#phase !== 'in doubt') return fresh;
		this.#phase = 'settled';
		const [first] = this.#held;
		if (first !== undefined) this.#goOnBehindGap(first, fresh);
		return fresh;
	}

	#withoutRepeated(lines: readonly LogLine[]): readonly LogLine[] {
		if (this.#phase === 'reading' && this.#repeated.size === 0) {
			for (const line of lines) if (isStamped(line)) this.#note(line);
			return lines;
		}
		const fresh: LogLine[] = [];
		for (const line of lines) {
			if (isStamped(line)) this.#place(line, fresh);
			else fresh.push(line);
		}
		return fresh;
	}

	/** By the engine's clock as it is now, when the last line was read. Infinite where that is not known. */
	#writtenMillis(now: Moment | undefined): number {
		if (now === undefined || this.#readAtMillis === undefined) return Number.POSITIVE_INFINITY;
		return now.engineMillis - (now.steadyMillis - this.#readAtMillis);
	}

	#place(line: StampedLine, fresh: LogLine[]): void {
		if (this.#comesAgain(line)) {
			// What came before it was read before it.
			this.#held = [];
			this.#phase = 'reading';
			return;
		}
		if (this.#phase === 'reading') {
			// Much later than the line that was read last nothing comes again.
			if (!isNear(line, this.#resumesAt)) this.#repeated.clear();
		} else if (this.#isBehindGap(line)) {
			this.#goOnBehindGap(this.#held[0] ?? line, fresh);
		} else if (this.#phase === 'in doubt') {
			this.#hold(line);
			return;
		} else if (line.atMillis < this.#fromMillis) {
			return;
		}
		this.#note(line);
		fresh.push(line);
	}

	#hold(line: StampedLine): void {
		this.#held.push(line);
		// Should they be new after all, the gap before them stands for those that go here as well.
		if (this.#held.length > 2 * mostHeld) this.#held = this.#held.slice(-mostHeld);
	}

	/** Nothing of what was read has come again. How many lines are missing knows nobody, for they were not sent. */
	#goOnBehindGap({atMillis}: StampedLine, fresh: LogLine[]): void {
		const lostMillis = atMillis - (this.#resumesAt?.atMillis ?? atMillis);
		const ofSpan = lostMillis < tellableMillis ? '' : ` of ${formatSpan(lostMillis)}`;
		fresh.push({kind: 'gap', reason: `lines${ofSpan} skipped`, atMillis});
		for (const line of this.#held) {
			this.#note(line);
			fresh.push(line);
		}
		this.#held = [];
		this.#phase = 'reading';
	}

	/** Nothing of what was read has come again, and this cannot be of that. */
	#isBehindGap(line: StampedLine): boolean {
		if (this.#phase === 'reading') return false;
		const [latest, before] = [this.#latest, this.#latestBefore];
		return (
			this.#phase === 'settled' ||
			(latest !== undefined &&
				isLater(line, latest) &&
				(before === undefined || this.#phase === 'awaiting' || isLater(line, before)))
		);
	}

	#comesAgain(line: StampedLine): boolean {
		if (this.#repeated.size === 0) return false;
		const name = nameOf(line);
		const count = this.#repeated.get(name) ?? 0;
		if (count > 1) this.#repeated.set(name, count - 1);
		else this.#repeated.delete(name);
		return count > 0;
	}

	#note(line: StampedLine): void {
		this.#last = line;
		if (this.#latest !== undefined && line.atMillis < this.#latest.atMillis - disorderMillis)
			this.#forgetBefore(this.#latest);
		this.#latest = laterOf(line, this.#latest);
		this.#recent.push(line);
		const oldestMillis = this.#latest.atMillis - disorderMillis;
		while ((this.#recent[this.#start]?.atMillis ?? oldestMillis) < oldestMillis) this.#start++;
		if (this.#recent.length - this.#start > mostRemembered) this.#start++;
		if (this.#start < 1000 || this.#start < this.#recent.length / 2) return;
		this.#recent = this.#recent.slice(this.#start);
		this.#start = 0;
	}

	/** The clock was put back. */
	#forgetBefore(latest: StampedLine): void {
		this.#latestBefore = laterOf(latest, this.#latestBefore);
		this.#latest = undefined;
		this.#recent = [];
		this.#start = 0;
	}
}

const isStamped = (line: LogLine): line is StampedLine =>
	line.kind === 'line' && line.stamp !== undefined && line.atMillis !== undefined;

const isNear = (a: StampedLine, b: StampedLine | undefined): boolean =>
	b === undefined || Math.abs(a.atMillis - b.atMillis) <= disorderMillis;

const laterOf = (a: StampedLine, b: StampedLine | undefined): StampedLine =>
	b === undefined || isLater(a, b) ? a : b;

/** Within a millisecond their width is the same, so that they compare as text. */
const isLater = (a: StampedLine, b: StampedLine): boolean =>
	a.atMillis > b.atMillis || (a.atMillis === b.atMillis && a.stamp > b.stamp);

const nameOf = ({stamp, stream, text}: StampedLine): string => `${stamp} ${stream} ${text}`;
