import type {LogLine} from '../../model/log-line.ts';
import type {ArrivedLine, LogEntry} from './log-entry.ts';

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
	#dropped = 0;

	/** Grows with every change. */
	get version(): number {
		return this.#version;
	}

	get size(): number {
		return this.#entries.length - this.#start;
	}

	/** Entries that were kept and are not any more. */
	get dropped(): number {
		return this.#dropped;
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
		this.#dropped = 0;
		this.#version++;
	}

	append(lines: readonly ArrivedLine[]): void {
		for (const {source, line} of lines) {
			this.#entries.push({seq: this.#nextSeq++, source, line, more: [], level: undefined});
			this.#bytes += lineBytes(line);
		}
		this.#drop();
		this.#version++;
	}

	/** From the oldest, 0, to `size - 1`. */
	at(index: number): LogEntry | undefined {
		return this.#entries[this.#start + index];
	}

	#drop(): void {
		while (this.size > maxLines || (this.#bytes > maxBytes && this.size > 1)) {
			const oldest = this.#entries[this.#start];
			if (oldest === undefined) break;
			this.#bytes -= lineBytes(oldest.line);
			this.#start++;
			this.#dropped++;
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
