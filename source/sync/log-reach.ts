import type {LogLine} from '../model/log-line.ts';
import type {LogSourceId} from '../model/logs/log-source.ts';
import type {LogBook} from '../store/logs/log-book.ts';

type StampedLine = Extract<LogLine, {kind: 'line'}> & {readonly atMillis: number};

/** Back to where the log of a source is shown. */
export interface Reach {
	readonly atMillis: number;
	/** What is not later than that by more than this may be older all the same. */
	readonly blurMillis: number;
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
/** See `log-position.ts`: a line may stand behind one whose stamp is a little later. */
const disorderMillis = 100;
/** Podman 4 leaves out the fraction of its stamps, and has it in mind nevertheless. */
const secondMillis = 1000;

export const reachesOf = (book: LogBook): Reaches => {
	const shown = new Map<LogSourceId, StampedLine[]>();
	let first: StampedLine | undefined;
	for (let index = 0; index < book.size; index++) {
		const entry = book.at(index);
		if (entry?.source === undefined) continue;
		const lines = shown.get(entry.source) ?? [];
		shown.set(entry.source, lines);
		for (const line of [entry.line, ...entry.more]) {
			if (!isStamped(line)) continue;
			first ??= line;
			lines.push(line);
		}
	}
	return {
		of(source) {
			const lines = shown.get(source) ?? [];
			const {atMillis, stamp} = lines[0] ?? first ?? {};
			if (atMillis === undefined) return undefined;
			const blurMillis = stamp?.includes('.') ? disorderMillis : secondMillis;
			const entries = lines.reduce((sum, line) => sum + entriesOf(line), 0);
			return {atMillis, blurMillis, lines, entries};
		},
	};
};

const entriesOf = ({text, cutBytes = 0}: StampedLine): number =>
	1 + Math.floor((text.length + cutBytes) / entryLength);

const isStamped = (line: LogLine): line is StampedLine =>
	line.kind === 'line' && line.atMillis !== undefined;
