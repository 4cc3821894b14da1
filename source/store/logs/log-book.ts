import type {LogLine} from '../../model/log-line.ts';
import {isAtLeast} from '../../model/logs/log-level.ts';
import type {LogSourceId} from '../../model/logs/log-source.ts';
import {type Entries, EntryList} from './entry-list.ts';
import {EntryWriter, entriesOf, plainOf} from './entry-writer.ts';
import {LogChanges} from './log-changes.ts';
import type {ArrivedLine, GrowingEntry, LogEntry} from './log-entry.ts';
import {type LogLimits, logLimits} from './log-limits.ts';
import {LogRates} from './log-rates.ts';
import {LogShelf} from './log-shelf.ts';
import {countLines, entryBytes, lineBytes, sumBytes} from './log-size.ts';
import {frontBefore, mergeOlder, renumber} from './merge-older.ts';

/** Where all together are too many, this share goes at once: the largest is not looked for again for each line. */
const dropShare = 1 / 1024;

/**
 * The lines of what is shown in the log pane, of all sources in one order: a bounded buffer. Each
 * source drops its own oldest, so that a loud one does not push out what a quiet one said. Text stays
 * out of the state; the state knows only that something changed.
 */
export class LogBook {
	readonly rates = new LogRates();
	/** Which entries were dropped or have grown. */
	readonly changes = new LogChanges();
	#limits: LogLimits;
	readonly #entries = new EntryList();
	readonly #places = new Map<LogSourceId | undefined, Place>();
	/** Of the line that came last. */
	#latest: Place | undefined;
	#bytes = 0;
	#dropped = 0;
	#nextSeq = 1;
	/** Of what is older than all that ever was here. */
	#olderSeq = 0;
	#version = 0;

	constructor(limits: Partial<LogLimits> = {}) {
		this.#limits = {...logLimits, ...limits};
	}

	/** Holds for sources of which nothing has come yet. */
	limit(limits: Partial<LogLimits>): void {
		this.#limits = {...this.#limits, ...limits};
	}

	/** Grows with every change. */
	get version(): number {
		return this.#version;
	}

	get entries(): Entries {
		return this.#entries;
	}

	get size(): number {
		return this.#entries.size;
	}

	/** Of all sources together. */
	get bytes(): number {
		return this.#bytes;
	}

	get firstSeq(): number {
		return this.#entries.at(0)?.seq ?? this.#nextSeq;
	}

	get lastSeq(): number {
		return this.#nextSeq - 1;
	}

	/** Lines that were here and had to make room, of all sources. */
	get dropped(): number {
		return this.#dropped;
	}

	droppedOf(source: LogSourceId): number {
		return this.#places.get(source)?.shelf.dropped ?? 0;
	}

	linesOf(source: LogSourceId): number {
		return this.#places.get(source)?.shelf.lines ?? 0;
	}

	/** Says that something about the log has changed that is not in this book, such as what of it is shown. */
	touch(): void {
		this.#version++;
	}

	/** `openedAtMillis`: by the engine's clock. */
	clear(openedAtMillis?: number): void {
		this.#entries.clear();
		this.#places.clear();
		this.#latest = undefined;
		this.rates.clear(openedAtMillis);
		this.changes.noteAll();
		this.#bytes = 0;
		this.#dropped = 0;
		this.#version++;
	}

	/** `atMillis`: the engine's time, for lines that do not tell when they were written. */
	append(lines: readonly ArrivedLine[], atMillis?: number): void {
		lines.forEach(({source, line}) => {
			this.#append(this.#place(source), line, atMillis);
		});
		this.#version++;
	}

	/** The same where all are of one source. */
	appendOf(source: LogSourceId, lines: readonly LogLine[]): void {
		const place = this.#place(source);
		// Not by an iterator: until V8 compiles this for speed, which is late, that makes an object for each line.
		lines.forEach(line => {
			this.#append(place, line, undefined);
		});
		this.#version++;
	}

	/** Somebody reads backwards: for now more is kept than usual, so that nothing goes under his eyes. */
	keepMore(): void {
		for (const {shelf} of this.#places.values()) shelf.stretch();
	}

	/**
	 * Puts older lines before the others, as far as there is room for them; nothing else is dropped for
	 * them. What is older still, of a source that says little, stays before them and gets another number.
	 */
	prepend(lines: readonly ArrivedLine[]): Prepended {
		const taken = this.#withRoom(entriesOf(lines, this.#limits));
		const front = frontBefore(this.#entries, taken.at(-1)?.line.atMillis);
		for (const {seq} of front) this.#entries.delete(seq);
		const merged = mergeOlder(front, taken);
		this.#olderSeq -= merged.length;
		const moved = renumber(merged, this.#olderSeq + 1, new Set(front));
		this.#entries.insert(merged);
		for (const [source, entries] of Map.groupBy(taken, entry => entry.source)) {
			const {shelf} = this.#place(source);
			this.#dropped -= shelf.prepend(entries);
			this.#bytes += sumBytes(entries);
		}
		if (front.length > 0) this.changes.noteAll();
		this.#version++;
		return {lines: countLines(taken), moved};
	}

	/** From the oldest, 0, to `size - 1`. */
	at(index: number): LogEntry | undefined {
		return this.#entries.at(index);
	}

	#append(place: Place, line: LogLine, atMillis: number | undefined): void {
		const {shelf, writer} = place;
		const text = plainOf(line);
		const open = writer.extend(line, text);
		if (open !== undefined) this.changes.note(open.seq);
		else {
			const entry = writer.begin(this.#nextSeq++, line, text);
			this.#entries.push(entry);
			shelf.push(entry);
		}
		const bytes = lineBytes(line);
		shelf.grow(bytes);
		this.#bytes += bytes;
		this.#rate(place, line, line.atMillis ?? atMillis);
		while (shelf.isOver && shelf.canDrop) this.#drop(place);
		if (this.#bytes > this.#limits.allBytes) this.#dropOfLargest();
	}

	#rate({shelf, writer}: Place, line: LogLine, atMillis: number | undefined): void {
		if (line.kind === 'gap' || atMillis === undefined) return;
		this.rates.addLine(atMillis);
		const {told} = writer;
		if (told !== undefined && isAtLeast(told, 'error')) this.rates.addError(shelf.source, atMillis);
	}

	#dropOfLargest(): void {
		let largest: Place | undefined;
		for (const place of this.#places.values()) {
			const {canDrop, bytes} = place.shelf;
			if (canDrop && bytes > (largest?.shelf.bytes ?? 0)) largest = place;
		}
		if (largest === undefined) return;
		const enough = this.#limits.allBytes * (1 - dropShare);
		while (this.#bytes > enough && largest.shelf.canDrop) this.#drop(largest);
	}

	#drop({shelf, writer}: Place): void {
		const oldest = shelf.drop();
		if (oldest === undefined) return;
		writer.forget(oldest);
		this.#entries.delete(oldest.seq);
		this.#bytes -= entryBytes(oldest);
		this.#dropped += 1 + oldest.more.length;
		this.changes.note(oldest.seq);
	}

	/** Those of them that have a place, the newest first; nothing of a source is left out in the middle. */
	#withRoom(older: readonly GrowingEntry[]): readonly GrowingEntry[] {
		const rooms = new Map<LogSourceId | undefined, {lines: number; bytes: number}>();
		const full = new Set<LogSourceId | undefined>();
		let allBytes = this.#bytes;
		const taken = older.toReversed().filter(entry => {
			const {source} = entry;
			const room = rooms.get(source) ?? {lines: 0, bytes: 0};
			const bytes = entryBytes(entry);
			room.lines += 1 + entry.more.length;
			room.bytes += bytes;
			const hasRoom =
				!full.has(source) &&
				allBytes + bytes <= this.#limits.allBytes &&
				this.#place(source).shelf.hasRoom(room.lines, room.bytes);
			if (hasRoom) {
				rooms.set(source, room);
				allBytes += bytes;
			} else full.add(source);
			return hasRoom;
		});
		return taken.reverse();
	}

	#place(source: LogSourceId | undefined): Place {
		// Lines of one source come together.
		if (this.#latest !== undefined && this.#latest.shelf.source === source) return this.#latest;
		const place = this.#places.get(source) ?? {
			shelf: new LogShelf(source, this.#limits),
			writer: new EntryWriter(source, this.#limits),
		};
		this.#places.set(source, place);
		this.#latest = place;
		return place;
	}
}

export interface Prepended {
	/** How many lines were taken, the newest of them; 0 says that the book is full. */
	readonly lines: number;
	/** Numbers of entries that were here, and what they are now. */
	readonly moved: ReadonlyMap<number, number>;
}

/** Of one source: what is kept of it, and how its lines become entries. */
interface Place {
	readonly shelf: LogShelf;
	readonly writer: EntryWriter;
}
