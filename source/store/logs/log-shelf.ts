import type {LogSourceId} from '../../model/logs/log-source.ts';
import {EntryList} from './entry-list.ts';
import type {LogEntry} from './log-entry.ts';
import type {LogLimits} from './log-limits.ts';
import {countLines, entryBytes, sumBytes} from './log-size.ts';

/** So many times the usual is kept where older lines were asked for: the user wants to read them. */
const stretch = 3;

/** What is kept of one source, and how much of it there may be. */
export class LogShelf {
	readonly source: LogSourceId | undefined;
	/** Lines that were here once. */
	dropped = 0;
	readonly #limits: LogLimits;
	readonly #entries = new EntryList();
	#lines = 0;
	#bytes = 0;
	#stretch = 1;

	constructor(source: LogSourceId | undefined, limits: LogLimits) {
		this.source = source;
		this.#limits = limits;
	}

	get lines(): number {
		return this.#lines;
	}

	get bytes(): number {
		return this.#bytes;
	}

	/** The only entry is kept whatever its size. */
	get canDrop(): boolean {
		return this.#entries.size > 1;
	}

	get isOver(): boolean {
		const {sourceLines, sourceBytes} = this.#limits;
		return this.#lines > sourceLines * this.#stretch || this.#bytes > sourceBytes * this.#stretch;
	}

	/** Its number is above all others. */
	push(entry: LogEntry): void {
		this.#entries.push(entry);
	}

	/** A line has come, in an entry that is here. */
	grow(bytes: number): void {
		this.#lines++;
		this.#bytes += bytes;
	}

	/** From now on more is kept than usual. */
	stretch(): void {
		this.#stretch = stretch;
	}

	/** Whether so much that is older has a place here. */
	hasRoom(lines: number, bytes: number): boolean {
		return (
			this.#lines + lines <= this.#limits.sourceLines * stretch &&
			this.#bytes + bytes <= this.#limits.sourceBytes * stretch
		);
	}

	/** Puts older entries before the others. Returns how many lines of those that were dropped are here again. */
	prepend(entries: readonly LogEntry[]): number {
		this.#entries.insert(entries);
		const lines = countLines(entries);
		this.#lines += lines;
		this.#bytes += sumBytes(entries);
		this.#stretch = stretch;
		const again = Math.min(this.dropped, lines);
		this.dropped -= again;
		return again;
	}

	/** The oldest entry, which is no longer here then. */
	drop(): LogEntry | undefined {
		const oldest = this.#entries.shift();
		if (oldest === undefined) return undefined;
		const lines = 1 + oldest.more.length;
		this.#lines -= lines;
		this.dropped += lines;
		this.#bytes -= entryBytes(oldest);
		return oldest;
	}
}
