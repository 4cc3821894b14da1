import type {LogLine} from '../model/log-line.ts';
import type {LogSourceId} from '../model/logs/log-source.ts';
import type {ArrivedLine} from '../store/logs/log-entry.ts';

export interface QueuedLine extends ArrivedLine {
	/** Where it belongs among all: see `placeOf`. Never before that of the line before it. */
	readonly place: number;
	/** Grows with every line of any source. */
	readonly arrival: number;
}

/** The lines of one source that are held back, in the order in which they came. */
export class LogQueue {
	readonly #source: LogSourceId | undefined;
	#lines: QueuedLine[] = [];
	#start = 0;
	/** Until which index what had come by then reaches, oldest first. */
	#arrived: {readonly atMillis: number; readonly end: number}[] = [];
	#latestPlace = Number.NEGATIVE_INFINITY;

	constructor(source: LogSourceId | undefined) {
		this.#source = source;
	}

	get isEmpty(): boolean {
		return this.#start === this.#lines.length;
	}

	get first(): QueuedLine | undefined {
		return this.#lines[this.#start];
	}

	/** `arrival`: that of the first of them. */
	add(lines: readonly LogLine[], atMillis: number, arrival: number): void {
		for (const [index, line] of lines.entries()) {
			// A line without a time stamp, such as a gap, stays behind the one it came after.
			this.#latestPlace = Math.max(this.#latestPlace, placeOf(line) ?? this.#latestPlace);
			const place = this.#latestPlace;
			this.#lines.push({source: this.#source, line, place, arrival: arrival + index});
		}
		this.#arrived.push({atMillis, end: this.#lines.length});
	}

	/**
	 * Of the last of its lines that had come by then; before all others where none had. What came later
	 * than now came before the clock was put back, and is held no longer.
	 */
	latestPlace(byMillis: number, nowMillis: number): number {
		const waiting = this.#arrived.findIndex(
			({atMillis}) => atMillis > byMillis && atMillis <= nowMillis,
		);
		const done = this.#arrived.at(waiting < 0 ? -1 : waiting - 1);
		if (waiting === 0 || done === undefined || done.end <= this.#start)
			return Number.NEGATIVE_INFINITY;
		return this.#lines[done.end - 1]?.place ?? Number.NEGATIVE_INFINITY;
	}

	shift(): void {
		this.#start++;
	}

	/** Forgets what was taken out. */
	trim(): void {
		const waiting = this.#arrived.findIndex(({end}) => end > this.#start);
		this.#arrived = waiting < 0 ? [] : this.#arrived.slice(waiting);
		// Seldom, because what is left is copied.
		if (!this.isEmpty && this.#start < this.#lines.length / 2) return;
		const start = this.#start;
		this.#lines = this.#lines.slice(start);
		this.#arrived = this.#arrived.map(({atMillis, end}) => ({atMillis, end: end - start}));
		this.#start = 0;
	}
}

/** Takes out all lines up to a place, in order; of one place those first that came first. */
export const mergeQueues = (queues: readonly LogQueue[], limit: number): readonly QueuedLine[] => {
	const merged: QueuedLine[] = [];
	const heap = queues.filter(queue => !queue.isEmpty).toSorted(compareFirst);
	for (;;) {
		const [queue] = heap;
		const line = queue?.first;
		if (queue === undefined || line === undefined || line.place > limit) break;
		merged.push(line);
		queue.shift();
		if (queue.isEmpty) {
			const last = heap.pop();
			if (last === undefined || last === queue) continue;
			heap[0] = last;
		}
		sink(heap);
	}
	for (const queue of queues) queue.trim();
	return merged;
};

/** Puts the first of the heap where it belongs now. */
const sink = (heap: LogQueue[]): void => {
	let index = 0;
	for (;;) {
		const queue = heap[index];
		const left = heap[2 * index + 1];
		const right = heap[2 * index + 2];
		if (queue === undefined || left === undefined) return;
		const isRight = right !== undefined && compareFirst(right, left) < 0;
		const child = isRight ? right : left;
		if (compareFirst(queue, child) <= 0) return;
		const next = 2 * index + (isRight ? 2 : 1);
		heap[index] = child;
		heap[next] = queue;
		index = next;
	}
};

const compareFirst = (a: LogQueue, b: LogQueue): number => {
	const [first, second] = [a.first, b.first];
	if (first === undefined || second === undefined) return 0;
	return first.place - second.place || first.arrival - second.arrival;
};

/** The start of this program: nanoseconds since then are exact in a number for a hundred days before and after. */
const baseMillis = Math.floor(performance.timeOrigin);
const nanosPerMilli = 1_000_000;

/**
 * Its time stamp as a number: nanoseconds since the base, of lines that are much older exact to some ten of
 * them. Undefined without a stamp; of lines that have only milliseconds, the rest counts as 0.
 */
export const placeOf = (line: LogLine): number | undefined => {
	const {atMillis} = line;
	if (atMillis === undefined) return undefined;
	const stamp = line.kind === 'line' ? line.stamp : undefined;
	// The digits after the milliseconds of `2026-11-22T10:11:12.123456789Z`.
	const digits = /\.\d{3}(\d{1,6})/.exec(stamp ?? '')?.[1] ?? '';
	return (atMillis - baseMillis) * nanosPerMilli + Number(digits.padEnd(6, '0'));
};
