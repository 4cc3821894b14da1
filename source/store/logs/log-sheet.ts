import type {LogPattern} from '../../model/logs/log-pattern.ts';
import type {LogQuery} from '../../model/logs/log-query.ts';
import type {Entries} from './entry-list.ts';
import type {LogBook} from './log-book.ts';
import type {LogEntry} from './log-entry.ts';
import {queryMatcher, searchMatcher} from './log-matcher.ts';
import {LogSieve, type LookBudget, type SeqRange} from './log-sieve.ts';

/** Far more than a screen, and far less than a frame takes. */
const enoughEntries = 5000;
/** Entries are counted as if they had so many characters; where they have more, fewer are looked at. */
const entryCharacters = 100;
/** Around the place where the reader stands, so much is looked at before all else. */
const nearEntries = 1000;

/**
 * The entries of the book that pass a query, in order: what the log pane shows; and which of them are
 * hits of a search. What comes is looked at once. Where another query is asked for, a part of the book
 * is looked at by `read` and the rest by `work`, the newest first.
 */
export class LogSheet {
	/** All there is, shown or not. */
	readonly book: LogBook;
	readonly #firstEntries: number;
	#query: LogQuery | undefined;
	#search: LogPattern | undefined;
	#version = -1;
	/** How far the changes of the book are known. */
	#changes = -1;
	/** What of the book is known, looked at or not. */
	#known: SeqRange = {from: 1, to: 0};
	/** Undefined where everything passes. */
	#kept: LogSieve | undefined;
	/** Undefined where nothing is looked for. */
	#hits: LogSieve | undefined;

	/** `firstEntries`: looked at by `read`, before a key is answered. */
	constructor(book: LogBook, firstEntries = enoughEntries) {
		this.book = book;
		this.#firstEntries = firstEntries;
	}

	/**
	 * Brings it up to date with the book and with what is asked for. Cheap where nothing has changed.
	 * `near`: an entry of which the surroundings are looked at first, because they are on the screen.
	 */
	read(query: LogQuery, search?: LogPattern, near?: number): this {
		const {version} = this.book;
		const isSame = query === this.#query && search === this.#search;
		if (isSame && version === this.#version) return this;
		const changed = this.book.changes.since(this.#changes);
		this.#version = version;
		this.#changes = this.book.changes.end;
		if (changed === undefined || query !== this.#query) this.#begin(query, search, near);
		else {
			this.#goOn(changed);
			if (search !== this.#search) this.#seek(search, near);
		}
		this.#look(this.#firstEntries);
		return this;
	}

	/** Looks at more of what is left. True where it shows: more pass, more are hits, or it is complete. */
	work(maxEntries: number): boolean {
		if (this.isComplete) return false;
		const {count, hitCount} = this;
		this.#look(maxEntries);
		const shows = this.isComplete || count !== this.count || hitCount !== this.hitCount;
		if (shows) {
			const isCurrent = this.#version === this.book.version;
			this.book.touch();
			if (isCurrent) this.#version = this.book.version;
		}
		return shows;
	}

	/** False while there is more to look at; all counts are too small then. */
	get isComplete(): boolean {
		return this.#kept?.isComplete !== false && this.#hits?.isComplete !== false;
	}

	/** Entries that pass, as far as is known. */
	get count(): number {
		return this.#shown.size;
	}

	/** From the oldest, 0, to `count - 1`. */
	at(index: number): LogEntry | undefined {
		return this.#shown.at(index);
	}

	/** Index of the entry, or of the first after it where it does not pass or was dropped; `count` behind the last. */
	indexOf(seq: number): number {
		return this.#shown.indexOf(seq);
	}

	/** Entries that are shown and in which something is found. */
	get hitCount(): number {
		return this.#hits?.found.size ?? 0;
	}

	/** Hits above this entry. */
	hitsBefore(seq: number): number {
		return this.#hits?.found.indexOf(seq) ?? 0;
	}

	isHit({seq}: LogEntry): boolean {
		return this.#hits?.found.find(seq) !== undefined;
	}

	/** The next one below (1) or above (-1) this entry; undefined where there is none. */
	nextHit(seq: number, direction: 1 | -1): LogEntry | undefined {
		const hits = this.#hits?.found;
		return direction === 1 ? hits?.at(hits.indexOf(seq + 1)) : hits?.at(hits.indexOf(seq) - 1);
	}

	get #shown(): Entries {
		return this.#kept?.found ?? this.book.entries;
	}

	#begin(query: LogQuery, search: LogPattern | undefined, near: number | undefined): void {
		const matcher = queryMatcher(query);
		this.#query = query;
		this.#known = {from: this.book.firstSeq, to: this.book.lastSeq};
		this.#kept = matcher && new LogSieve(this.book.entries, matcher);
		for (const range of around(this.#known, near)) this.#kept?.addLast(range);
		this.#seek(search, near);
	}

	#seek(search: LogPattern | undefined, near: number | undefined): void {
		const matcher = searchMatcher(search);
		this.#search = search;
		this.#hits = matcher && new LogSieve(this.#shown, matcher);
		const ranges = this.#kept?.looked(this.#known).toReversed() ?? around(this.#known, near);
		for (const range of ranges) this.#hits?.addLast(range);
	}

	/** `changed`: entries that were dropped or have grown. */
	#goOn(changed: readonly number[]): void {
		const {firstSeq, lastSeq} = this.book;
		const first = this.#kept ?? this.#hits;
		first?.add({from: this.#known.to + 1, to: lastSeq});
		first?.addLast({from: firstSeq, to: this.#known.from - 1});
		this.#known = {from: Math.min(firstSeq, this.#known.from), to: lastSeq};
		// An entry is noted once for each line that it grows by.
		for (const seq of new Set(changed)) {
			this.#kept?.judge(seq);
			this.#hits?.judge(seq);
		}
	}

	#look(entries: number): void {
		const budget = (): LookBudget => ({entries, characters: entries * entryCharacters});
		for (const range of this.#kept?.look(budget()) ?? []) this.#hits?.add(range);
		this.#hits?.look(budget());
	}
}

/** The range in parts, in the order in which they are needed. */
const around = (range: SeqRange, near: number | undefined): readonly SeqRange[] => {
	if (near === undefined) return [range];
	const from = Math.max(range.from, near - nearEntries);
	const to = Math.min(range.to, near + nearEntries);
	if (from > to) return [range];
	return [
		{from, to},
		{from: to + 1, to: range.to},
		{from: range.from, to: from - 1},
	];
};
