import type {LogLine} from '../../model/log-line.ts';
import type {Entries} from './entry-list.ts';
import {EntryList} from './entry-list.ts';
import type {LogEntry} from './log-entry.ts';
import {lookedAt} from './log-matcher.ts';

/** Numbers of entries, both included. */
export interface SeqRange {
	readonly from: number;
	readonly to: number;
}

/** What may be looked at in one go. Is used up by looking. */
export interface LookBudget {
	entries: number;
	/** Characters of text. */
	characters: number;
}

/**
 * Those of a list of entries that match. They are looked at in slices, the newest first, and each
 * only once, so that there is something to see at once however many there are.
 */
export class LogSieve {
	readonly found = new EntryList();
	readonly #entries: Entries;
	readonly #matcher: (entry: LogEntry) => boolean;
	/** What was not looked at yet; the last one is next. */
	readonly #ahead: SeqRange[] = [];

	constructor(entries: Entries, matcher: (entry: LogEntry) => boolean) {
		this.#entries = entries;
		this.#matcher = matcher;
	}

	get isComplete(): boolean {
		return this.#ahead.length === 0;
	}

	/** These are to be looked at before all others. */
	add(range: SeqRange): void {
		if (range.from <= range.to) this.#ahead.push(range);
	}

	/** These are to be looked at after all others. */
	addLast(range: SeqRange): void {
		if (range.from <= range.to) this.#ahead.unshift(range);
	}

	/** What of this was looked at already. */
	looked({from, to}: SeqRange): readonly SeqRange[] {
		const ahead = this.#ahead.toSorted((a, b) => a.from - b.from);
		const ends = [...ahead, {from: to + 1, to}];
		return ends
			.map((next, index) => ({from: (ends[index - 1]?.to ?? from - 1) + 1, to: next.from - 1}))
			.filter(range => range.from <= range.to);
	}

	/** The entry has gone or has grown. */
	judge(seq: number): void {
		if (this.#ahead.some(({from, to}) => from <= seq && seq <= to)) return;
		const entry = this.#entries.find(seq);
		const wasFound = this.found.find(seq) !== undefined;
		const matches = entry !== undefined && this.#matcher(entry);
		if (matches && !wasFound) this.found.insert([entry]);
		if (!matches && wasFound) this.found.delete(seq);
	}

	/** Looks at as much as it may. Returns what it has looked at. */
	look(budget: LookBudget): readonly SeqRange[] {
		const looked: SeqRange[] = [];
		while (budget.entries > 0 && budget.characters > 0) {
			const range = this.#ahead.pop();
			if (range === undefined) break;
			const from = this.#lookAt(range, budget);
			if (from > range.from) this.#ahead.push({from: range.from, to: from - 1});
			looked.push({from, to: range.to});
		}
		return looked;
	}

	/** Returns the number of the last one that was looked at, or the beginning of the range. */
	#lookAt(range: SeqRange, budget: LookBudget): number {
		const found: LogEntry[] = [];
		let {from} = range;
		this.#entries.walkBack(range.to, range.from, entry => {
			budget.entries--;
			budget.characters -= charactersOf(entry);
			if (this.#matcher(entry)) found.push(entry);
			if (budget.entries > 0 && budget.characters > 0) return true;
			from = entry.seq;
			return false;
		});
		this.found.insert(found.reverse());
		return from;
	}
}

const charactersOf = ({line, more}: LogEntry): number => {
	let characters = lookedAtOf(line);
	for (const each of more) characters += lookedAtOf(each);
	return characters;
};

const lookedAtOf = (line: LogLine): number =>
	line.kind === 'line' ? Math.min(line.text.length, lookedAt) : 0;
