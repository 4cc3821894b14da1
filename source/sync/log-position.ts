import {sinceJustBefore} from '../engine/stamp.ts';
import {formatSpan} from '../format/duration.ts';
import type {LogLine} from '../model/log-line.ts';

type StampedLine = Extract<LogLine, {kind: 'line'}> & {
	readonly stamp: string;
	readonly atMillis: number;
};

/**
 * Two streams of a container are written down by two threads, so that a line may stand behind one whose
 * time stamp is a little later.
 */
const disorderMillis = 100;
const tellableMillis = 100;
/** An engine whose stamps never change must not fill the memory. */
const mostRemembered = 100_000;

/**
 * How far the log of a container was read, to go on there with no repetition and no hidden hole. The end
 * of what was read is asked for again, and what comes of it is told from what is new by its time stamp,
 * its stream and its text: a count alone would not do, because it may come in another order.
 */
export class LogPosition {
	/** Every line that was read whose stamp is not older than `disorderMillis` before the latest. */
	#recent: StampedLine[] = [];
	/** Those before this index are too old; the array is cut only now and then. */
	#start = 0;
	#latest: StampedLine | undefined;
	/** How often each line comes again that was read before. */
	#repeated = new Map<string, number>();
	/** The line that was read last, until something of what was read has come again or something later has. */
	#resumesAt: StampedLine | undefined;
	/** Nothing older was asked for. */
	#fromMillis = Number.NEGATIVE_INFINITY;

	/** Where the engine shall go on; undefined where nothing was read yet. */
	resume(): string | undefined {
		this.#resumesAt = this.#latest;
		this.#repeated = new Map();
		if (this.#latest === undefined) return undefined;
		for (const line of this.#recent.slice(this.#start)) {
			const name = nameOf(line);
			this.#repeated.set(name, (this.#repeated.get(name) ?? 0) + 1);
		}
		this.#fromMillis = this.#latest.atMillis - disorderMillis;
		return sinceJustBefore(new Date(this.#fromMillis).toISOString());
	}

	/** True where these lines, the first after `resume`, do not go on where the log was left. */
	misses(lines: readonly LogLine[]): boolean {
		const first = lines.find(isStamped);
		return first !== undefined && this.#isBehindGap(first);
	}

	/**
	 * Those lines that were not read before; the position is behind them then. A gap stands before
	 * them where the log does not go on at the line that was read last: then some were never sent,
	 * because they are too many or no longer there.
	 */
	take(lines: readonly LogLine[]): readonly LogLine[] {
		return lines.flatMap(line => (isStamped(line) ? this.#place(line) : [line]));
	}

	#place(line: StampedLine): readonly LogLine[] {
		if (line.atMillis < this.#fromMillis) return [];
		const isBehindGap = this.#isBehindGap(line);
		if (this.#comesAgain(line)) {
			this.#resumesAt = undefined;
			return [];
		}
		this.#note(line);
		if (!isBehindGap) return [line];
		const lostMillis = line.atMillis - (this.#resumesAt?.atMillis ?? line.atMillis);
		this.#resumesAt = undefined;
		// How many they were knows nobody, for they were not sent.
		const ofSpan = lostMillis < tellableMillis ? '' : ` of ${formatSpan(lostMillis)}`;
		const reason = `lines${ofSpan} skipped`;
		return [{kind: 'gap', reason, atMillis: line.atMillis}, line];
	}

	#isBehindGap(line: StampedLine): boolean {
		return this.#resumesAt !== undefined && isLater(line, this.#resumesAt);
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
		this.#recent.push(line);
		if (this.#latest === undefined || isLater(line, this.#latest)) this.#latest = line;
		const oldestMillis = this.#latest.atMillis - disorderMillis;
		while ((this.#recent[this.#start]?.atMillis ?? oldestMillis) < oldestMillis) this.#start++;
		if (this.#recent.length - this.#start > mostRemembered) this.#start++;
		if (this.#start < 1000 || this.#start < this.#recent.length / 2) return;
		this.#recent = this.#recent.slice(this.#start);
		this.#start = 0;
	}
}

const isStamped = (line: LogLine): line is StampedLine =>
	line.kind === 'line' && line.stamp !== undefined && line.atMillis !== undefined;

/** Within a millisecond their width is the same, so that they compare as text. */
const isLater = (a: StampedLine, b: StampedLine): boolean =>
	a.atMillis > b.atMillis || (a.atMillis === b.atMillis && a.stamp > b.stamp);

const nameOf = ({stamp, stream, text}: StampedLine): string => `${stamp} ${stream} ${text}`;
