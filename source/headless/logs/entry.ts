import type {LogLine} from '../../model/log-line.ts';
import type {LogSourceId} from '../../model/logs/log-source.ts';
import {plainText} from '../../model/logs/plain-text.ts';
import {EntryWriter} from '../../store/logs/entry-writer.ts';
import type {ArrivedLine, LogEntry} from '../../store/logs/log-entry.ts';
import {logLimits} from '../../store/logs/log-limits.ts';
import type {JudgedEntry} from '../../store/logs/log-matcher.ts';

/** What a program has not gone on with for so long, it will not. */
export const patienceMillis = 300;

interface Waiting {
	readonly entry: LogEntry;
	lastMillis: number;
	isWhole: boolean;
}

/**
 * Makes entries of the lines of any sources, by the rules of the screen, and hands them out in the order
 * in which they began. An entry is whole when a line of its stream comes that does not go on with it, or
 * any line much later; those behind it wait for it.
 */
export class EntryMaker {
	readonly #writers = new Map<LogSourceId | undefined, EntryWriter>();
	/** The entry that the next line of a stream may go on with. */
	readonly #open = new Map<string, Waiting>();
	#waiting: Waiting[] = [];

	/** Those that are whole by this line. */
	push({source, line}: ArrivedLine): readonly JudgedEntry[] {
		const writer = this.#writerOf(source);
		const text = line.kind === 'line' ? plainText(line.text) : '';
		const isMore = writer.extend(line, text) !== undefined;
		const open = this.#open.get(keyOf(source, line));
		if (isMore && open !== undefined) open.lastMillis = line.atMillis ?? open.lastMillis;
		else this.#add(writer.begin(0, line, text));
		return this.#release(line.atMillis);
	}

	/** All the rest: nothing more will come, or nobody waits for it. */
	end(): readonly JudgedEntry[] {
		return this.#release(Number.POSITIVE_INFINITY);
	}

	#writerOf(source: LogSourceId | undefined): EntryWriter {
		const writer = this.#writers.get(source) ?? new EntryWriter(source, logLimits);
		this.#writers.set(source, writer);
		return writer;
	}

	#add(entry: LogEntry): void {
		const {source, line} = entry;
		// What comes behind a restart goes on with nothing before it.
		for (const key of line.kind === 'gap' ? keysOf(source) : [keyOf(source, line)]) {
			const before = this.#open.get(key);
			if (before !== undefined) before.isWhole = true;
			this.#open.delete(key);
		}
		const lastMillis = line.atMillis ?? this.#waiting.at(-1)?.lastMillis ?? 0;
		const waiting = {entry, lastMillis, isWhole: line.kind === 'gap'};
		this.#waiting.push(waiting);
		if (line.kind === 'line') this.#open.set(keyOf(source, line), waiting);
	}

	#release(nowMillis: number | undefined): readonly JudgedEntry[] {
		const isDone = ({isWhole, lastMillis}: Waiting): boolean =>
			isWhole || (nowMillis !== undefined && nowMillis - lastMillis > patienceMillis);
		const first = this.#waiting.findIndex(waiting => !isDone(waiting));
		const done = this.#waiting.splice(0, first < 0 ? this.#waiting.length : first);
		for (const {entry} of done) this.#writerOf(entry.source).forget(entry);
		return done.map(({entry}) => entry);
	}
}

const keyOf = (source: LogSourceId | undefined, line: LogLine): string =>
	`${line.kind === 'line' ? line.stream : ''} ${source ?? ''}`;

const keysOf = (source: LogSourceId | undefined): readonly string[] =>
	['stdout', 'stderr'].map(stream => `${stream} ${source ?? ''}`);
