import {sinceJustBefore, stampNanos} from '../engine/stamp.ts';
import type {LogLine} from '../model/log-line.ts';

/** How far the log of a container was read, to go on there with no repetition and no hidden hole. */
export class LogPosition {
	#stamp: string | undefined;
	/** Lines that were read with this very stamp. */
	#read = 0;
	/** How many of them come again, because they are asked for again. */
	#repeated = 0;
	/** Until the line that was read last has come again, or a later one instead. */
	#isResuming = false;

	/** Where the engine shall go on; undefined where nothing was read yet. */
	resume(): string | undefined {
		this.#repeated = this.#read;
		this.#isResuming = this.#stamp !== undefined;
		return this.#stamp === undefined ? undefined : sinceJustBefore(this.#stamp);
	}

	/**
	 * Those lines that were not read before; the position is behind them then. A gap stands before
	 * them where the log does not go on at the line that was read last: then some were never sent,
	 * because they are too many or no longer there.
	 */
	take(lines: readonly LogLine[]): readonly LogLine[] {
		return lines.flatMap(line => {
			const {stamp} = line.kind === 'line' ? line : {};
			return stamp === undefined ? [line] : this.#place(line, stamp);
		});
	}

	#place(line: LogLine, stamp: string): readonly LogLine[] {
		const wasResuming = this.#isResuming;
		if (wasResuming && isBefore(stamp, this.#stamp)) return [];
		this.#isResuming = false;
		if (stamp !== this.#stamp) {
			this.#stamp = stamp;
			this.#read = 1;
			this.#repeated = 0;
			return wasResuming ? [{kind: 'gap', reason: 'lines skipped'}, line] : [line];
		}
		if (this.#repeated > 0) {
			this.#repeated--;
			return [];
		}
		this.#read++;
		return [line];
	}
}

const isBefore = (stamp: string, other: string | undefined): boolean =>
	(stampNanos(stamp) ?? 0n) < (stampNanos(other ?? '') ?? 0n);
