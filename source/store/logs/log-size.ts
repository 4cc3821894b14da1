import type {LogLine} from '../../model/log-line.ts';
import type {LogEntry} from './log-entry.ts';

/** What an entry and its line take beside the text, with the time stamp as it was sent. */
const overheadBytes = 256;

/** Never less than it takes: strings have two bytes a character at most. */
export const lineBytes = (line: LogLine): number =>
	overheadBytes + 2 * (line.kind === 'line' ? line.text : line.reason).length;

export const entryBytes = ({line, more}: LogEntry): number => {
	let bytes = lineBytes(line);
	for (const each of more) bytes += lineBytes(each);
	return bytes;
};

export const sumBytes = (entries: readonly LogEntry[]): number =>
	entries.reduce((bytes, entry) => bytes + entryBytes(entry), 0);

export const countLines = (entries: readonly LogEntry[]): number =>
	entries.reduce((lines, {more}) => lines + 1 + more.length, 0);
