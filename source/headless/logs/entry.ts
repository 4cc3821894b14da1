import type {LogLine} from '../../model/log-line.ts';
import type {LogSourceId} from '../../model/logs/log-source.ts';
import {EntryWriter, plainOf} from '../../store/logs/entry-writer.ts';
import type {ArrivedLine} from '../../store/logs/log-entry.ts';
import {logLimits} from '../../store/logs/log-limits.ts';
import type {JudgedEntry} from '../../store/logs/log-matcher.ts';

/** What a program has not gone on with for so long is handed out. */
export const patienceMillis = 300;
/** What goes on without an end is handed out all the same. */
const longestMillis = 2000;

/** An entry as far as it has come. It is handed out again where it goes on later. */
export interface HandedEntry {
	readonly entry: JudgedEntry;
	/** Of its lines, the first one included; whoever prints them keeps it. */
	printedLines: number;
}

interface Open extends HandedEntry {
	/** Since when it waits to be handed out, by the stamps of the lines; undefined while it does not. */
	waitsSinceMillis: number | undefined;
	lastMillis: number;
	isWhole: boolean;
}

/**
 * Makes entries of the lines of any sources, by the rules of the screen, and hands them out in the order
 * in which they began. An entry is whole when a line of its stream comes that does not go on with it; those behind it
 * wait for it, but not for long: it is handed out as it is then, and once more when it goes on, so that what is
 * found in a part of it shows all of it, however slowly it was written.
 */
export class EntryMaker {
	readonly #writers = new Map<LogSourceId | undefined, EntryWriter>();
	/** The entry that the next line of a stream may go on with. */
	readonly #open = new Map<string, Open>();
	#waiting: Open[] = [];

	/** Those that are whole by this line, or have waited for long enough. */
	push({source, line}: ArrivedLine): readonly HandedEntry[] {
		const writer = this.#writerOf(source);
		const text = plainOf(line);
		const isMore = writer.extend(line, text) !== undefined;
		const open = this.#open.get(keyOf(source, line));
		if (isMore && open !== undefined) this.#goOn(open, line);
		else this.#add(writer.begin(0, line, text));
		return this.#release(line.atMillis);
	}

	/** All the rest: nothing more will come, or nobody waits for it. */
	end(): readonly HandedEntry[] {
		return this.#release(Number.POSITIVE_INFINITY);
	}

	#writerOf(source: LogSourceId | undefined): EntryWriter {
		const writer = this.#writers.get(source) ?? new EntryWriter(source, logLimits);
		this.#writers.set(source, writer);
		return writer;
	}

	#goOn(open: Open, {atMillis}: LogLine): void {
		open.lastMillis = atMillis ?? open.lastMillis;
		if (open.waitsSinceMillis !== undefined) return;
		open.waitsSinceMillis = open.lastMillis;
		this.#waiting.push(open);
	}

	#add(entry: JudgedEntry): void {
		const {source, line} = entry;
		// What comes behind a restart goes on with nothing before it.
		for (const key of line.kind === 'gap' ? keysOf(source) : [keyOf(source, line)]) {
			const before = this.#open.get(key);
			if (before !== undefined) before.isWhole = true;
			this.#open.delete(key);
		}
		const lastMillis = line.atMillis ?? this.#waiting.at(-1)?.lastMillis ?? 0;
		const open: Open = {
			...{entry, lastMillis, printedLines: 0},
			...{waitsSinceMillis: lastMillis, isWhole: line.kind === 'gap'},
		};
		this.#waiting.push(open);
		if (line.kind === 'line') this.#open.set(keyOf(source, line), open);
	}

	#release(nowMillis: number | undefined): readonly HandedEntry[] {
		const isDone = ({isWhole, lastMillis, waitsSinceMillis = lastMillis}: Open): boolean =>
			isWhole ||
			(nowMillis !== undefined &&
				(nowMillis - lastMillis > patienceMillis || nowMillis - waitsSinceMillis > longestMillis));
		const first = this.#waiting.findIndex(waiting => !isDone(waiting));
		const done = this.#waiting.splice(0, first < 0 ? this.#waiting.length : first);
		for (const open of done) open.waitsSinceMillis = undefined;
		return done;
	}
}

const keyOf = (source: LogSourceId | undefined, line: LogLine): string =>
	`${line.kind === 'line' ? line.stream : ''} ${source ?? ''}`;

const keysOf = (source: LogSourceId | undefined): readonly string[] =>
	['stdout', 'stderr'].map(stream => `${stream} ${source ?? ''}`);
