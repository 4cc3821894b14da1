import type {ContainerKey} from '../model/ids.ts';
import type {LogLine} from '../model/log-line.ts';
import type {SyncContext} from './context.ts';

/** Long enough for the streams of one engine to catch up with each other. */
const holdBackMillis = 200;

interface Arrived {
	readonly key: ContainerKey;
	readonly line: LogLine;
}

/**
 * Puts the lines of several containers in the order of the engine's time stamps: holds them back
 * for a moment, sorts what came in it. A single container is in order already and waits for nothing.
 */
export class LogMerger {
	readonly #context: SyncContext;
	readonly #isMerging: boolean;
	#held: Arrived[] = [];

	constructor(context: SyncContext, sources: number) {
		this.#context = context;
		this.#isMerging = sources > 1;
	}

	add(key: ContainerKey, lines: readonly LogLine[]): void {
		const arrived = lines.map(line => ({key, line}));
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
		// The sort is stable: lines without a time stamp or of one instant keep their order of arrival.
		this.#append(held.toSorted((a, b) => (a.line.atMillis ?? 0) - (b.line.atMillis ?? 0)));
	}

	#append(arrived: readonly Arrived[]): void {
		const {logs, store, signal} = this.#context;
		if (signal.aborted || arrived.length === 0) return;
		logs.append(arrived);
		store.dispatch({type: 'logs/appended', version: logs.version});
	}
}
