import type {HighlightRule} from '../../model/logs/highlight-rule.ts';
import type {LogPattern} from '../../model/logs/log-pattern.ts';
import type {LogQuery} from '../../model/logs/log-query.ts';
import {wholeLog} from '../../model/logs/log-query.ts';
import type {LogSourceId} from '../../model/logs/log-source.ts';
import type {LogTarget} from '../../model/logs/log-target.ts';
import type {Failure} from '../failure.ts';

/** What is known of one log, or of all that are shown together. */
export type LogsStatus =
	| {readonly kind: 'idle'}
	| {readonly kind: 'opening'}
	| {readonly kind: 'following'}
	/** Its container has stopped. */
	| {readonly kind: 'ended'}
	/** Its container is no longer there; what it said is. */
	| {readonly kind: 'gone'}
	| {readonly kind: 'failed'; readonly failure: Failure};

export interface LogSourceState {
	/** As the lines name it: `api`, `api-2`; foreign text. */
	readonly name: string;
	readonly status: LogsStatus;
}

/** How times stand before the lines. */
export type LogTime = 'off' | 'local' | 'utc' | 'relative';

/** How the entries are drawn; stays when another log is opened. */
export interface LogLook {
	readonly time: LogTime;
	/** Long lines go on in the next row instead of to the right. */
	readonly wraps: boolean;
	/** JSON and logfmt taken apart: time, level, message, then the fields. */
	readonly isLaidOut: boolean;
	/** Control bytes and escape sequences made visible instead of obeyed or left out. */
	readonly isRaw: boolean;
	/** Cells of the text that are scrolled away to the left. */
	readonly column: number;
}

/** Where the reader stands while the log goes on without him. */
export interface LogHeld {
	/** The entry that the cursor is on. */
	readonly seq: number;
	/** Row of the pane on which the entry begins; negative where its beginning is above. */
	readonly row: number;
	/** The newest entry when it began to be held: what came since is behind it. */
	readonly newestSeq?: number;
}

/**
 * Lines older than the first are on their way, or why no more of them come: `none`, what is shown begins
 * with the log itself; `full`, there is no room for them; `window`, nothing older was asked for;
 * `unreadable`, there may be some, but they cannot be read.
 */
export type LogsOlder = 'loading' | 'none' | 'full' | 'window' | 'unreadable';

export interface LogsState {
	/** What the lines in the buffer belong to; undefined where nothing is selected. */
	readonly target?: LogTarget;
	/** Shown whatever is selected: what was opened in full. */
	readonly pinned?: LogTarget;
	/** All of them together. */
	readonly status: LogsStatus;
	readonly sources: ReadonlyMap<LogSourceId, LogSourceState>;
	/** Grows with every change of the buffer, and of what of it passes the query. */
	readonly version: number;
	readonly query: LogQuery;
	/** What is looked for and coloured; hides nothing. */
	readonly search?: LogPattern;
	/** What was typed to be found or filtered by, the newest first; for as long as the program runs. */
	readonly typed: readonly string[];
	/** What the last key did, where that is not seen; gone with the next one. */
	readonly note?: string;
	/** What is coloured in every log; kept in the configuration. */
	readonly highlights: readonly HighlightRule[];
	readonly look: LogLook;
	/** Undefined while following. */
	readonly held?: LogHeld;
	/** Entries whose further lines show, or do not where `isUnfolded`. */
	readonly turned: ReadonlySet<number>;
	/** Whether entries of several lines, and the fields of records, show whole. */
	readonly isUnfolded: boolean;
	/** Entries to come back to. */
	readonly marks: ReadonlySet<number>;
	/** Reaches back so far, in milliseconds; undefined: so many lines as are kept at first. */
	readonly backMillis?: number;
	/** Nothing older was asked for, by the engine's clock: what is empty is so since then. */
	readonly sinceMillis?: number;
	/** What is known of lines older than the first; undefined where there may be some that can be loaded. */
	readonly older?: LogsOlder;
}

export const noLogs: LogsState = {
	status: {kind: 'idle'},
	sources: new Map(),
	version: 0,
	query: wholeLog,
	highlights: [],
	typed: [],
	look: {time: 'local', wraps: false, isLaidOut: false, isRaw: false, column: 0},
	turned: new Set(),
	isUnfolded: false,
	marks: new Set(),
};
