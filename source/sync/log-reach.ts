import type {LogLine} from '../model/log-line.ts';
import type {LogSourceId} from '../model/logs/log-source.ts';
import type {LogBook} from '../store/logs/log-book.ts';

/** Back to where the log of a source is shown. */
export interface Reach {
	readonly atMillis: number;
	/** Lines that are shown from there on. */
	readonly lines: readonly LogLine[];
	/** Entries of the engine that they were made of, which stores long lines in parts. */
	readonly entries: number;
}

interface Reaches {
	/** Of a source of which no line is left: back to the first line of all. Undefined where there is none. */
	of(source: LogSourceId): Reach | undefined;
}

const entryLength = 16 * 1024;

export const reachesOf = (book: LogBook): Reaches => {
	const shown = new Map<LogSourceId, LogLine[]>();
	let firstMillis: number | undefined;
	for (let index = 0; index < book.size; index++) {
		const entry = book.at(index);
		if (entry?.source === undefined) continue;
		const lines = shown.get(entry.source) ?? [];
		shown.set(entry.source, lines);
		for (const line of [entry.line, ...entry.more]) {
			if (line.kind !== 'line' || line.atMillis === undefined) continue;
			firstMillis ??= line.atMillis;
			lines.push(line);
		}
	}
	return {
		of(source) {
			const lines = shown.get(source) ?? [];
			const atMillis = lines[0]?.atMillis ?? firstMillis;
			if (atMillis === undefined) return undefined;
			const entries = lines.reduce((sum, line) => sum + entriesOf(line), 0);
			return {atMillis, lines, entries};
		},
	};
};

const entriesOf = (line: LogLine): number =>
	line.kind === 'gap' ? 0 : 1 + Math.floor((line.text.length + (line.cutBytes ?? 0)) / entryLength);
