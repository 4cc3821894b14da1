import type {LogLine, LogStream} from '../../model/log-line.ts';
import {detectLevel} from '../../model/logs/detect-level.ts';
import {createGrouper} from '../../model/logs/grouper.ts';
import type {LogLevel} from '../../model/logs/log-level.ts';
import type {LogSourceId} from '../../model/logs/log-source.ts';
import {plainText} from '../../model/logs/plain-text.ts';
import {
	type ArrivedLine,
	addLine,
	type GrowingEntry,
	type LogEntry,
	newEntry,
} from './log-entry.ts';
import type {LogLimits} from './log-limits.ts';
import {lineBytes} from './log-size.ts';

/** Where the first line of an entry says no level, one of so many further ones may. */
const leveledLines = 5;

interface OpenEntry {
	readonly entry: GrowingEntry;
	bytes: number;
}

/**
 * Makes entries of the lines of one source. Lines go on with the latest entry of their own stream,
 * whatever came on the other one, or from other sources, in between.
 */
export class EntryWriter {
	/** What the latest line has told of its entry; undefined where nothing, or it was known already. */
	told: LogLevel | undefined;
	readonly #source: LogSourceId | undefined;
	readonly #limits: LogLimits;
	#groupers = newGroupers();
	readonly #open: Record<LogStream, OpenEntry | undefined> = {stdout: undefined, stderr: undefined};

	constructor(source: LogSourceId | undefined, limits: LogLimits) {
		this.#source = source;
		this.#limits = limits;
	}

	/** The entry that has grown by this line; undefined where the line begins another one. */
	extend(line: LogLine, text: string): GrowingEntry | undefined {
		if (line.kind === 'gap') return undefined;
		const continues = this.#groupers[line.stream].continues(text, line.atMillis);
		const open = this.#open[line.stream];
		if (!continues || open === undefined) return undefined;
		const {entry} = open;
		const bytes = lineBytes(line);
		const {entryLines, entryBytes: most} = this.#limits;
		if (entry.more.length + 1 >= entryLines || open.bytes + bytes > most) return undefined;
		open.bytes += bytes;
		addLine(entry, line);
		const isTelling = entry.level === undefined && entry.more.length <= leveledLines;
		this.told = isTelling ? detectLevel(text)?.level : undefined;
		entry.level ??= this.told;
		return entry;
	}

	/** Nothing goes on over a gap: lines are missing there, or it is another run of the program. */
	begin(seq: number, line: LogLine, text: string): GrowingEntry {
		const entry = newEntry(seq, this.#source, line);
		this.told = line.kind === 'gap' ? undefined : detectLevel(text)?.level;
		entry.level = this.told;
		if (line.kind === 'gap') {
			this.#groupers = newGroupers();
			this.#open.stdout = undefined;
			this.#open.stderr = undefined;
			return entry;
		}
		this.#open[line.stream] = {entry, bytes: lineBytes(line)};
		return entry;
	}

	/** The entry is no longer kept, so nothing can be added to it. */
	forget(entry: LogEntry): void {
		const {stdout, stderr} = this.#open;
		if (stdout?.entry === entry) this.#open.stdout = undefined;
		if (stderr?.entry === entry) this.#open.stderr = undefined;
	}
}

const newGroupers = () => ({stdout: createGrouper(), stderr: createGrouper()});

/** Lines as entries, without their numbers. */
export const entriesOf = (
	lines: readonly ArrivedLine[],
	limits: LogLimits,
): readonly GrowingEntry[] => {
	const writers = new Map<LogSourceId | undefined, EntryWriter>();
	return lines.flatMap(({source, line}) => {
		const writer = writers.get(source) ?? new EntryWriter(source, limits);
		writers.set(source, writer);
		const text = plainOf(line);
		return writer.extend(line, text) === undefined ? [writer.begin(0, line, text)] : [];
	});
};

export const plainOf = (line: LogLine): string =>
	line.kind === 'line' ? plainText(line.text) : '';
