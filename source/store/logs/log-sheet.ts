import type {LogQuery} from '../../model/logs/log-query.ts';
import {wholeLog} from '../../model/logs/log-query.ts';
import type {LogBook} from './log-book.ts';
import type {LogEntry} from './log-entry.ts';

/** The entries of the book that pass a query, in order: what the log pane shows. */
export class LogSheet {
	readonly #book: LogBook;
	#query: LogQuery = wholeLog;
	#version = -1;
	#entries: readonly LogEntry[] = [];

	constructor(book: LogBook) {
		this.#book = book;
	}

	/** Brings it up to date with the book and with what is asked for. Cheap where neither has changed. */
	read(query: LogQuery): this {
		if (query === this.#query && this.#version === this.#book.version) return this;
		this.#query = query;
		this.#version = this.#book.version;
		this.#entries = Array.from({length: this.#book.size}, (_, index) =>
			this.#book.at(index),
		).filter(entry => entry !== undefined);
		return this;
	}

	/** Entries that pass, as far as is known. */
	get count(): number {
		return this.#entries.length;
	}

	/** Entries of the log that were kept and are not any more, whether they would pass or not. */
	get dropped(): number {
		return this.#book.dropped;
	}

	/** From the oldest, 0, to `count - 1`. */
	at(index: number): LogEntry | undefined {
		return this.#entries[index];
	}

	/** Index of the entry, or of the first after it where it does not pass or was dropped; `count` behind the last. */
	indexOf(seq: number): number {
		let low = 0;
		let high = this.#entries.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#entries[middle]?.seq ?? seq) < seq) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
