import {stampToSince} from '../engine/stamp.ts';
import type {LogLine} from '../model/log-line.ts';

/** How far the log of a container was read, to go on there with neither a hole nor a repetition. */
export class LogPosition {
	#stamp: string | undefined;
	/** Lines that were read with this very stamp. */
	#read = 0;
	/** How many of them come again, because `since` includes its own instant. */
	#repeated = 0;

	/** Where the engine shall go on; undefined where nothing was read yet. */
	resume(): string | undefined {
		this.#repeated = this.#read;
		return this.#stamp === undefined ? undefined : stampToSince(this.#stamp);
	}

	/** Those lines that were not read before; the position is behind them then. */
	take(lines: readonly LogLine[]): readonly LogLine[] {
		return lines.filter(line => line.kind === 'gap' || this.#isNew(line.stamp));
	}

	#isNew(stamp: string | undefined): boolean {
		if (stamp === undefined) return true;
		if (stamp !== this.#stamp) {
			this.#stamp = stamp;
			this.#read = 1;
			this.#repeated = 0;
			return true;
		}
		if (this.#repeated > 0) {
			this.#repeated--;
			return false;
		}
		this.#read++;
		return true;
	}
}
