import type {ContainerKey} from '../model/ids.ts';
import type {LogLine} from '../model/log-line.ts';
import type {SyncContext} from './context.ts';

/** Long enough for the streams of one engine to catch up with each other. */
const holdBackMillis = 200;

interface Arrived {
	readonly key: ContainerKey;
	readonly line: LogLine;
	/** Its own time stamp, or that of the line before it. */
	readonly atMillis: number;
}

/**
 * Puts the lines of several containers in the order of the engine's time stamps: holds them back
 * for a moment, sorts what came in it. A single container is in order already and waits for nothing.
 */
export class LogMerger {
	readonly #context: SyncContext;
	readonly #isMerging: boolean;
	readonly #latest = new Map<ContainerKey, number>();
	#held: Arrived[] = [];

	constructor(context: SyncContext, sources: number) {
		this.#context = context;
		this.#isMerging = sources > 1;
	}

	add(key: ContainerKey, lines: readonly LogLine[]): void {
		const arrived = lines.map(line => ({key, line, atMillis: this.#place(key, line)}));
		if (!this.#isMerging) {
			this.#append(arrived);
			return;
		}
		if (this.#held.length === 0) void this.#flushLater();
		this.#held.push(...arrived);
	}

	async #flushLater(): Promise<void> {
		const {clock, signal} = this.#context;
		await clock.sleep(holdBackMillis, signal);
		const held = this.#held;
		this.#held = [];
		// The sort is stable: lines of one instant keep their order of arrival.
		this.#append(held.toSorted((a, b) => a.atMillis - b.atMillis));
	}

	/** A line without a time stamp, such as a gap, stays behind the one it came after. */
	#place(key: ContainerKey, line: LogLine): number {
		const atMillis = line.atMillis ?? this.#latest.get(key) ?? 0;
		this.#latest.set(key, atMillis);
		return atMillis;
	}

	#append(arrived: readonly Arrived[]): void {
		const {logs, store, signal} = this.#context;
		if (signal.aborted || arrived.length === 0) return;
		logs.append(arrived);
		store.dispatch({type: 'logs/appended', version: logs.version});
	}
}
