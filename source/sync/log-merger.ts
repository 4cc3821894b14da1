import type {LogLine} from '../model/log-line.ts';
import type {LogSourceId} from '../model/logs/log-source.ts';
import type {SyncContext} from './context.ts';

/** Long enough for the streams of one engine to catch up with each other, once they are open. */
const holdBackMillis = 200;
/** A slow engine takes its time to open many; the log must not stay empty because one hangs. */
const openingMillis = 2000;

interface Arrived {
	readonly source: LogSourceId | undefined;
	readonly line: LogLine;
	/** Its own time stamp, or that of the line before it. */
	readonly atMillis: number;
}

/**
 * Puts the lines of several containers in the order of the engine's time stamps: holds them back
 * until all are open and for a moment more, sorts what came in it. A single container is in order already and waits for nothing.
 */
export class LogMerger {
	readonly #context: SyncContext;
	readonly #isMerging: boolean;
	readonly #latest = new Map<LogSourceId, number>();
	/** Sources that may still come with lines older than all that are here. */
	readonly #opening: Set<LogSourceId>;
	readonly #allOpen = Promise.withResolvers<void>();
	#held: Arrived[] = [];

	constructor(context: SyncContext, sources: readonly LogSourceId[]) {
		this.#context = context;
		this.#isMerging = sources.length > 1;
		this.#opening = new Set(sources);
	}

	/** The source is open, or cannot be opened: its past is on its way or will never come. */
	opened(source: LogSourceId): void {
		this.#opening.delete(source);
		if (this.#opening.size === 0) this.#allOpen.resolve();
	}

	add(source: LogSourceId, lines: readonly LogLine[]): void {
		this.#take(lines.map(line => ({source, line, atMillis: this.#place(source, line)})));
	}

	/** A note of our own about all sources: stands behind the lines of before this moment. */
	note(reason: string): void {
		const atMillis = this.#context.clock.now();
		this.#take([{source: undefined, line: {kind: 'gap', reason, atMillis}, atMillis}]);
	}

	#take(arrived: readonly Arrived[]): void {
		if (!this.#isMerging) {
			this.#append(arrived);
			return;
		}
		if (this.#held.length === 0) void this.#flushLater();
		this.#held.push(...arrived);
	}

	async #flushLater(): Promise<void> {
		const {clock, signal} = this.#context;
		await this.#untilOpen();
		await clock.sleep(holdBackMillis, signal);
		const held = this.#held;
		this.#held = [];
		// The sort is stable: lines of one instant keep their order of arrival.
		this.#append(held.toSorted((a, b) => a.atMillis - b.atMillis));
	}

	/** Waits only at the beginning; whoever is late then is late for good. */
	async #untilOpen(): Promise<void> {
		if (this.#opening.size === 0) return;
		const {clock, signal} = this.#context;
		const nap = new AbortController();
		const slept = clock.sleep(openingMillis, AbortSignal.any([signal, nap.signal]));
		await Promise.race([this.#allOpen.promise, slept]);
		nap.abort();
		this.#opening.clear();
	}

	/** A line without a time stamp, such as a gap, stays behind the one it came after. */
	#place(source: LogSourceId, line: LogLine): number {
		const atMillis = line.atMillis ?? this.#latest.get(source) ?? 0;
		this.#latest.set(source, atMillis);
		return atMillis;
	}

	#append(arrived: readonly Arrived[]): void {
		const {logs, store, signal} = this.#context;
		if (signal.aborted || arrived.length === 0) return;
		logs.append(arrived);
		store.dispatch({type: 'logs/appended', version: logs.version});
	}
}
