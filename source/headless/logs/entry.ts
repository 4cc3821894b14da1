import type {LogLine, LogStream} from '../../model/log-line.ts';
import {detectLevel} from '../../model/logs/detect-level.ts';
import {createGrouper, type Grouper} from '../../model/logs/grouper.ts';
import {isAtLeast, type LogLevel} from '../../model/logs/log-level.ts';
import type {LogSourceId} from '../../model/logs/log-source.ts';
import {plainText} from '../../model/logs/plain-text.ts';
import type {ArrivedLine} from '../../store/logs/log-entry.ts';
import type {JudgedEntry} from '../../store/logs/log-matcher.ts';

/** What a program has not gone on with for so long, it will not. */
export const patienceMillis = 300;

interface Waiting {
	readonly source: LogSourceId | undefined;
	readonly line: LogLine;
	readonly more: LogLine[];
	level: LogLevel | undefined;
	lastMillis: number;
	isWhole: boolean;
}

/** One stream of one source: the entry that its next line may go on with. */
interface Stream {
	readonly grouper: Grouper;
	open?: Waiting;
}

/**
 * Makes entries of the lines of any sources and hands them out in the order in which they began. An entry
 * is whole when a line of its stream comes that does not go on with it, or any line much later; those
 * behind it wait for it.
 */
export class EntryMaker {
	readonly #streams = new Map<string, Stream>();
	#waiting: Waiting[] = [];

	/** Those that are whole by this line. */
	push({source, line}: ArrivedLine): readonly JudgedEntry[] {
		if (line.kind === 'line') this.#take(source, line);
		else {
			this.#close(source);
			this.#add(source, line, undefined).isWhole = true;
		}
		return this.#release(line.atMillis);
	}

	/** All the rest: nothing more will come, or nobody waits for it. */
	end(): readonly JudgedEntry[] {
		return this.#release(Number.POSITIVE_INFINITY);
	}

	#take(source: LogSourceId | undefined, line: Extract<LogLine, {kind: 'line'}>): void {
		const text = plainText(line.text);
		const level = detectLevel(text)?.level;
		const stream = this.#streamOf(source, line.stream);
		const {open, grouper} = stream;
		if (grouper.continues(text, line.atMillis) && open !== undefined && !open.isWhole) {
			open.more.push(line);
			open.level = worse(open.level, level);
			open.lastMillis = line.atMillis ?? open.lastMillis;
			return;
		}
		if (open !== undefined) open.isWhole = true;
		stream.open = this.#add(source, line, level);
	}

	#streamOf(source: LogSourceId | undefined, name: LogStream): Stream {
		const key = `${name} ${source ?? ''}`;
		const stream = this.#streams.get(key) ?? {grouper: createGrouper()};
		this.#streams.set(key, stream);
		return stream;
	}

	#add(source: LogSourceId | undefined, line: LogLine, level: LogLevel | undefined): Waiting {
		const lastMillis = line.atMillis ?? this.#waiting.at(-1)?.lastMillis ?? 0;
		const entry = {source, line, more: [], level, lastMillis, isWhole: false};
		this.#waiting.push(entry);
		return entry;
	}

	/** What comes behind a restart goes on with nothing before it. */
	#close(source: LogSourceId | undefined): void {
		for (const stream of ['stdout', 'stderr']) this.#streams.delete(`${stream} ${source ?? ''}`);
		for (const entry of this.#waiting) if (entry.source === source) entry.isWhole = true;
	}

	#release(nowMillis: number | undefined): readonly JudgedEntry[] {
		const isDone = ({isWhole, lastMillis}: Waiting): boolean =>
			isWhole || (nowMillis !== undefined && nowMillis - lastMillis > patienceMillis);
		const first = this.#waiting.findIndex(entry => !isDone(entry));
		const done = this.#waiting.splice(0, first < 0 ? this.#waiting.length : first);
		for (const entry of done) entry.isWhole = true;
		return done;
	}
}

const worse = (some: LogLevel | undefined, other: LogLevel | undefined): LogLevel | undefined => {
	if (some === undefined || other === undefined) return some ?? other;
	return isAtLeast(other, some) ? other : some;
};
