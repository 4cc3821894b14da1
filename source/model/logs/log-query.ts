import {known} from '../known.ts';
import type {LogStream} from '../log-line.ts';
import type {LogLevel} from './log-level.ts';
import type {LogPattern} from './log-pattern.ts';
import type {LogSourceId} from './log-source.ts';

/** Which entries of a log are shown. */
export interface LogQuery {
	/** Undefined: both. */
	readonly stream?: LogStream;
	/** Entries without a level are hidden then too. */
	readonly leastLevel?: LogLevel;
	/** Each of them has to be found. */
	readonly keep: readonly LogPattern[];
	/** None of them may be found. */
	readonly exclude: readonly LogPattern[];
	readonly muted: ReadonlySet<LogSourceId>;
}

export const wholeLog: LogQuery = {keep: [], exclude: [], muted: new Set()};

/** What is to be different; undefined where it is to be asked for no more. */
export type LogQueryChange = {readonly [Key in keyof LogQuery]?: LogQuery[Key] | undefined};

export const changedQuery = (query: LogQuery, change: LogQueryChange): LogQuery => {
	const {stream, leastLevel, keep, exclude, muted} = {...query, ...change};
	return {
		...known('stream', stream),
		...known('leastLevel', leastLevel),
		keep: keep ?? [],
		exclude: exclude ?? [],
		muted: muted ?? new Set(),
	};
};
