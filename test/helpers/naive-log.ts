import fc from 'fast-check';
import type {LogLine, LogStream} from '../../source/model/log-line.ts';
import {createGrouper, type Grouper} from '../../source/model/logs/grouper.ts';
import {isAtLeast, type LogLevel} from '../../source/model/logs/log-level.ts';
import {parsePattern} from '../../source/model/logs/log-pattern.ts';
import type {LogQuery} from '../../source/model/logs/log-query.ts';
import type {LogSourceId} from '../../source/model/logs/log-source.ts';
import type {ArrivedLine, LogEntry} from '../../source/store/logs/log-entry.ts';
import type {LogLimits} from '../../source/store/logs/log-limits.ts';
import {countLines, sumBytes} from '../../source/store/logs/log-size.ts';
import {aLineOn, sourceOf} from './builders.ts';

type NaiveEntry = LogEntry & {more: LogLine[]};

/** A log book as one would write it without a thought of speed; knows all that it ever dropped. */
export class NaiveLog {
	entries: readonly NaiveEntry[] = [];
	dropped = 0;
	readonly #limits: LogLimits;
	#stretched = new Set<LogSourceId | undefined>();
	#groupers = new Map<string, Grouper>();
	#open = new Map<string, NaiveEntry>();
	#last = 0;
	#first = 1;

	constructor(limits: LogLimits) {
		this.#limits = limits;
	}

	append(lines: readonly ArrivedLine[]): void {
		for (const each of lines) {
			const before = this.entries.length;
			this.entries = this.#grouped(this.entries, each, this.#groupers, this.#open);
			const latest = this.entries.at(-1);
			if (this.entries.length > before && latest) Object.assign(latest, {seq: ++this.#last});
			this.#drop(each.source);
		}
	}

	prepend(lines: readonly ArrivedLine[]): number {
		const [groupers, open] = [new Map<string, Grouper>(), new Map<string, NaiveEntry>()];
		let older: readonly NaiveEntry[] = [];
		for (const each of lines) older = this.#grouped(older, each, groupers, open);
		const full = new Set<LogSourceId | undefined>();
		let taken: readonly NaiveEntry[] = [];
		for (const entry of older.toReversed()) {
			const all = [entry, ...taken, ...this.entries];
			const own = this.#of(entry.source, all);
			const isRoom =
				sumBytes(all) <= this.#limits.allBytes &&
				countLines(own) <= 3 * this.#limits.sourceLines &&
				sumBytes(own) <= 3 * this.#limits.sourceBytes;
			if (isRoom && !full.has(entry.source)) taken = [entry, ...taken];
			else full.add(entry.source);
		}
		for (const entry of taken) this.#stretched.add(entry.source);
		for (const entry of taken.toReversed()) Object.assign(entry, {seq: --this.#first});
		this.entries = [...taken, ...this.entries];
		return countLines(taken);
	}

	clear(): void {
		this.entries = [];
		this.#stretched = new Set();
		this.#groupers = new Map();
		this.#open = new Map();
	}

	#grouped(
		entries: readonly NaiveEntry[],
		{source, line}: ArrivedLine,
		groupers: Map<string, Grouper>,
		open: Map<string, NaiveEntry>,
	): readonly NaiveEntry[] {
		const keyOf = (stream: LogStream): string => `${source} ${stream}`;
		const level = levelOf(line);
		const entry: NaiveEntry = {seq: Number.NaN, source, line, more: [], level};
		if (line.kind === 'gap') {
			for (const stream of ['stdout', 'stderr'] as const) {
				groupers.delete(keyOf(stream));
				open.delete(keyOf(stream));
			}
			return [...entries, entry];
		}
		const key = keyOf(line.stream);
		const grouper = groupers.get(key) ?? createGrouper();
		groupers.set(key, grouper);
		const continues = grouper.continues(line.text, line.atMillis);
		const before = open.get(key);
		if (continues && before && entries.includes(before)) {
			const whole = {...before, more: [...before.more, line]};
			const {entryLines, entryBytes} = this.#limits;
			if (countLines([whole]) <= entryLines && sumBytes([whole]) <= entryBytes) {
				before.more.push(line);
				if (before.more.length <= 5) Object.assign(before, {level: before.level ?? level});
				return entries;
			}
		}
		open.set(key, entry);
		return [...entries, entry];
	}

	#drop(source: LogSourceId | undefined): void {
		const {sourceLines, sourceBytes, allBytes} = this.#limits;
		const times = this.#stretched.has(source) ? 3 : 1;
		for (let own = this.#of(source); own.length > 1; own = this.#of(source)) {
			if (countLines(own) <= times * sourceLines && sumBytes(own) <= times * sourceBytes) break;
			this.#remove(own[0]);
		}
		if (sumBytes(this.entries) <= allBytes) return;
		const sizes = [...new Set(this.entries.map(entry => entry.source))]
			.filter(each => this.#of(each).length > 1)
			.map(each => ({each, bytes: sumBytes(this.#of(each))}));
		const most = Math.max(...sizes.map(({bytes}) => bytes));
		const largest = sizes.filter(({bytes}) => bytes === most);
		// Which one of two that are equally large is of no importance; the naive log does not know.
		if (largest.length > 1) fc.pre(false);
		for (const {each} of largest) {
			for (let own = this.#of(each); own.length > 1; own = this.#of(each)) {
				if (sumBytes(this.entries) <= allBytes * (1 - 1 / 1024)) break;
				this.#remove(own[0]);
			}
		}
	}

	#of(source: LogSourceId | undefined, entries = this.entries): readonly NaiveEntry[] {
		return entries.filter(entry => entry.source === source);
	}

	#remove(entry: NaiveEntry | undefined): void {
		this.dropped += entry === undefined ? 0 : countLines([entry]);
		this.entries = this.entries.filter(each => each !== entry);
	}
}

/** The levels that `arrivedLines` writes. */
const levelOf = (line: LogLine): LogLevel | undefined => {
	const word =
		line.kind === 'line' ? /^(?:INFO|ERROR| {2}level=error)\b/.exec(line.text)?.[0] : undefined;
	return word === undefined ? undefined : word === 'INFO' ? 'info' : 'error';
};

const textsOf = ({line, more}: LogEntry): readonly string[] =>
	[line, ...more].map(each => (each.kind === 'line' ? each.text : each.reason));

/** What the query says, told again in other words. */
export const passesNaively = (entry: LogEntry, query: LogQuery): boolean => {
	const {source, line, level} = entry;
	if (source !== undefined && query.muted.has(source)) return false;
	if (line.kind === 'gap') return true;
	const has = (text: string): boolean => textsOf(entry).some(each => each.includes(text));
	return (
		(query.stream ?? line.stream) === line.stream &&
		(query.leastLevel === undefined ||
			(level !== undefined && isAtLeast(level, query.leastLevel))) &&
		query.keep.every(({text}) => has(text)) &&
		!query.exclude.some(({text}) => has(text))
	);
};

export const hasNaively = (entry: LogEntry, text: string): boolean =>
	textsOf(entry).some(each => each.includes(text));

const sources = ['api', 'web', 'db'].map(sourceOf);
const words = ['one', 'two', 'three'];

const arbitraryLine: fc.Arbitrary<LogLine> = fc.oneof(
	{
		weight: 12,
		arbitrary: fc
			.tuple(
				fc.constantFrom('INFO ', 'ERROR ', 'plain ', '    ', '  level=error '),
				fc.constantFrom(...words),
				fc.constantFrom<LogStream>('stdout', 'stderr'),
				fc.constantFrom(0, 0, 0, 200),
			)
			.map(([begin, word, stream, length]) =>
				aLineOn(stream, `${begin}${word}${'.'.repeat(length)}`, 0),
			),
	},
	{weight: 1, arbitrary: fc.constant<LogLine>({kind: 'gap', reason: 'restarted'})},
);

export const arrivedLines = fc.array(
	fc.record({source: fc.constantFrom(...sources, undefined), line: arbitraryLine}),
	{maxLength: 40},
);

export const queries: fc.Arbitrary<LogQuery> = fc
	.record({
		stream: fc.constantFrom<(LogStream | undefined)[]>(undefined, undefined, 'stdout', 'stderr'),
		leastLevel: fc.constantFrom<(LogLevel | undefined)[]>(undefined, undefined, 'info', 'error'),
		keep: fc.array(fc.constantFrom(...words).map(parsePattern), {maxLength: 1}),
		exclude: fc.array(fc.constantFrom(...words).map(parsePattern), {maxLength: 1}),
		muted: fc.uniqueArray(fc.constantFrom(...sources), {maxLength: 1}),
	})
	.map(({stream, leastLevel, muted, ...patterns}) => ({
		...patterns,
		...(stream === undefined ? {} : {stream}),
		...(leastLevel === undefined ? {} : {leastLevel}),
		muted: new Set(muted),
	}));

export const searches = fc.constantFrom(...words.map(parsePattern));

/** So small that everything is met within a few lines. */
export const fewLines: LogLimits = {
	sourceLines: 25,
	sourceBytes: 12_000,
	allBytes: 30_000,
	entryLines: 4,
	entryBytes: 1700,
};
