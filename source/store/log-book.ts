import type {ContainerKey} from '../model/ids.ts';
import type {LogLine} from '../model/log-line.ts';

export interface LogEntry {
	/** Grows by one a line and never comes back, so a held view finds its line again. */
	readonly seq: number;
	/** Undefined for a note that concerns all sources. */
	readonly key: ContainerKey | undefined;
	readonly line: LogLine;
}

export const maxLines = 10_000;
export const maxBytes = 8 * 1024 * 1024;

/**
 * The lines of what is shown in the log pane: a bounded buffer that drops the oldest. Text stays
 * out of the state; the state knows only that something changed.
 */
export class LogBook {
	#entries: LogEntry[] = [];
	/** Entries before this index are dropped; the array is cut only now and then. */
	#start = 0;
	#bytes = 0;
	#nextSeq = 1;
	#version = 0;

	/** Grows with every change. */
	get version(): number {
		return this.#version;
	}

	get size(): number {
		return this.#entries.length - this.#start;
	}

	get firstSeq(): number {
		return this.#entries[this.#start]?.seq ?? this.#nextSeq;
	}

	get lastSeq(): number {
		return this.#nextSeq - 1;
	}

	clear(): void {
		this.#entries = [];
		this.#start = 0;
		this.#bytes = 0;
		this.#version++;
	}

	append(lines: readonly Omit<LogEntry, 'seq'>[]): void {
		for (const {key, line} of lines) {
			this.#entries.push({seq: this.#nextSeq++, key, line});
			this.#bytes += lineBytes(line);
		}
		this.#drop();
		this.#version++;
	}

	/**
	 * Up to `count` entries that end with `lastSeq`, oldest first; the oldest there are when those
	 * were dropped.
	 */
	window(lastSeq: number, count: number): readonly LogEntry[] {
		const last = Math.max(lastSeq, this.firstSeq + count - 1);
		const end = Math.min(this.#entries.length, this.#start + (last - this.firstSeq) + 1);
		return this.#entries.slice(Math.max(this.#start, end - count), end);
	}

	#drop(): void {
		while (this.size > maxLines || (this.#bytes > maxBytes && this.size > 1)) {
			const oldest = this.#entries[this.#start];
			if (oldest === undefined) break;
			this.#bytes -= lineBytes(oldest.line);
			this.#start++;
		}
		if (this.#start > maxLines) {
			this.#entries = this.#entries.slice(this.#start);
			this.#start = 0;
		}
	}
}

/** Strings take two bytes a character at most; the object around is counted roughly. */
const lineBytes = (line: LogLine): number =>
	64 + 2 * (line.kind === 'line' ? line.text.length : line.reason.length);
