import type {LogLine} from '../../model/log-line.ts';
import type {LogLevel} from '../../model/logs/log-level.ts';
import type {LogSourceId} from '../../model/logs/log-source.ts';

/** What a program said at once: one line, or a traceback with all that belongs to it. */
export interface LogEntry {
	/** Its place in the log: grows with what comes, below all others for what is older. Never given twice. */
	readonly seq: number;
	/** Undefined for a note that concerns all sources. */
	readonly source: LogSourceId | undefined;
	readonly line: LogLine;
	/** Lines that go on with the first one; may grow while it is the last of its source and stream. */
	readonly more: readonly LogLine[];
	/** What its first line says, else the first of the next ones that says any; undefined where none does. */
	readonly level: LogLevel | undefined;
}

/** The same as its owner has it: lines are added in place. */
export interface GrowingEntry extends LogEntry {
	seq: number;
	more: LogLine[];
	level: LogLevel | undefined;
}

/** Most entries are one line, and one array is enough for all of them. Nothing is ever put into it. */
const noMore: LogLine[] = [];

export const newEntry = (
	seq: number,
	source: LogSourceId | undefined,
	line: LogLine,
): GrowingEntry => ({seq, source, line, more: noMore, level: undefined});

export const addLine = (entry: GrowingEntry, line: LogLine): void => {
	if (entry.more === noMore) entry.more = [line];
	else entry.more.push(line);
};

/** A line on its way into the log. */
export interface ArrivedLine {
	readonly source: LogSourceId | undefined;
	readonly line: LogLine;
}
