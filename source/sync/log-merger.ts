import type {LogLine} from '../model/log-line.ts';
import type {LogSourceId} from '../model/logs/log-source.ts';
import type {ArrivedLine} from '../store/logs/log-entry.ts';
import {appendLines, appendOf} from './append-lines.ts';
import type {SyncContext} from './context.ts';
import {LogQueue, mergeQueues, type QueuedLine} from './log-queue.ts';

/** Long enough for the streams of one engine to catch up with each other, once they are open. */
const holdBackMillis = 200;
/** How often it is looked for what was held back for long enough. */
const tickMillis = 50;
/** A slow engine takes its time to open many; the log must not stay empty because one hangs. */
const openingMillis = 2000;

/**
 * Puts the lines of several containers in the order of the engine's time stamps: holds each back
 * for a moment, in the beginning until all are open, and hands out what is older than any that
 * was held for long enough. What comes later than that stands where it came. A single container is in
 * order already and waits for nothing.
 */
export class LogMerger {
	readonly #context: SyncContext;
	readonly #queues = new Map<LogSourceId | undefined, LogQueue>();
	/** Sources that may still come with lines older than all that are here. */
	readonly #opening = new Set<LogSourceId>();
	#allOpen = Promise.withResolvers<void>();
	/** Whoever is not open by then is late for good. */
	#waitsUntilMillis: number | undefined;
	#isWorking = false;
	#isMerging = false;
	#arrivals = 0;

	constructor(context: SyncContext) {
		this.#context = context;
	}

	/** Its lines will come: whoever has to be in order with them waits for its opening. */
	join(source: LogSourceId): void {
		this.#queues.set(source, new LogQueue(source));
		this.#opening.add(source);
		this.#isMerging = this.#queues.size > 1;
	}

	leave(source: LogSourceId): void {
		this.#queues.delete(source);
		this.opened(source);
	}

	/** The source is open, or cannot be opened: its past is on its way or will never come. */
	opened(source: LogSourceId): void {
		this.#opening.delete(source);
		if (this.#opening.size === 0) this.#allOpen.resolve();
	}

	add(source: LogSourceId, lines: readonly LogLine[]): void {
		const queue = this.#queues.get(source);
		if (queue === undefined) return;
		if (this.#isMerging) this.#queue(queue, lines);
		else if (!this.#context.signal.aborted) appendOf(this.#context, source, lines);
	}

	/** A note of our own about all sources: stands behind the lines of before this moment. */
	note(reason: string): void {
		const queue = this.#queues.get(undefined) ?? new LogQueue(undefined);
		this.#queues.set(undefined, queue);
		this.#queue(queue, [{kind: 'gap', reason, atMillis: this.#context.clock.now()}]);
	}

	#queue(queue: LogQueue, lines: readonly LogLine[]): void {
		queue.add(lines, this.#context.clock.now(), this.#arrivals);
		this.#arrivals += lines.length;
		if (!this.#isWorking) void this.#work();
	}

	async #work(): Promise<void> {
		const {clock, signal} = this.#context;
		this.#isWorking = true;
		await this.#untilOpen();
		await clock.sleep(holdBackMillis, signal);
		while (!signal.aborted) {
			const due = this.#due();
			this.#append(due);
			if ([...this.#queues.values()].every(queue => queue.isEmpty)) break;
			await clock.sleep(tickMillis, signal);
		}
		this.#isWorking = false;
	}

	/** All that is not later than a line that was held for long enough. */
	#due(): readonly QueuedLine[] {
		const queues = [...this.#queues.values()].filter(queue => !queue.isEmpty);
		const nowMillis = this.#context.clock.now();
		const beforeMillis = nowMillis - holdBackMillis;
		const limit = Math.max(...queues.map(queue => queue.latestPlace(beforeMillis, nowMillis)));
		return mergeQueues(queues, limit);
	}

	/** Waits only at the beginning. */
	async #untilOpen(): Promise<void> {
		const {clock, signal} = this.#context;
		this.#waitsUntilMillis ??= clock.now() + openingMillis;
		// Never longer, also where the clock was put back.
		const millis = Math.min(openingMillis, this.#waitsUntilMillis - clock.now());
		if (this.#opening.size === 0 || millis <= 0) return;
		const nap = new AbortController();
		const slept = clock.sleep(millis, AbortSignal.any([signal, nap.signal]));
		await Promise.race([this.#allOpen.promise, slept]);
		nap.abort();
	}

	#append(arrived: readonly ArrivedLine[]): void {
		if (!this.#context.signal.aborted) appendLines(this.#context, arrived);
	}
}
