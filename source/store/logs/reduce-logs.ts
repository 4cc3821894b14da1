import {known} from '../../model/known.ts';
import type {LogPattern} from '../../model/logs/log-pattern.ts';
import {changedQuery, wholeLog} from '../../model/logs/log-query.ts';
import {type LogTarget, targetKey} from '../../model/logs/log-target.ts';
import type {Action} from '../action.ts';
import {rememberTyped} from '../remember-typed.ts';
import type {State} from '../state.ts';
import type {LogsState} from './logs-state.ts';

export const reduceLogs = (state: State, action: Action): State => {
	const isLeft = action.type === 'frame/view-chosen' && action.view !== state.frame.view;
	// Of another screen the log is that of what is selected there.
	const logs = isLeft ? withPinned(state.logs, {}) : nextLogs(state.logs, action);
	return logs === state.logs ? state : {...state, logs};
};

const nextLogs = (logs: LogsState, action: Action): LogsState => {
	switch (action.type) {
		case 'logs/opened':
			return opened(logs, action);
		case 'logs/changed':
			return {...logs, status: action.status, sources: action.sources};
		case 'logs/appended':
			return action.version === logs.version ? logs : appended(logs, action);
		case 'logs/older-changed':
			return withOlder(logs, action);
		case 'logs/pinned':
			return withPinned(logs, action);
		case 'frame/zoomed':
			// What was opened in full is over with the full screen.
			return action.zoomed || logs.pinned === undefined ? logs : withPinned(logs, {});
		case 'logs/held':
			return withHeld(logs, action);
		case 'logs/queried':
			return {...withoutNote(logs), query: changedQuery(logs.query, action.query)};
		case 'logs/query-cleared':
			return {...withoutNote(logs), query: wholeLog};
		case 'logs/typed':
			return {...logs, typed: rememberTyped(logs.typed, action.text)};
		case 'logs/noted':
			return {...withoutNote(logs), ...known('note', action.note)};
		case 'logs/searched':
			return withSearch(logs, action.search);
		case 'logs/highlighted':
			return {...logs, highlights: action.rules};
		case 'logs/looked':
			return {...logs, look: {...logs.look, ...action.look}};
		case 'logs/turned':
			return {...logs, turned: toggled(logs.turned, action.seq)};
		case 'logs/all-turned':
			return {...logs, turned: new Set(), isUnfolded: !logs.isUnfolded};
		case 'logs/marked':
			return {...logs, marks: toggled(logs.marks, action.seq)};
		case 'logs/reached-back':
			return withBack(logs, action);
		default:
			return logs;
	}
};

/**
 * Another log has other lines; how one reads, and what one looks for, stays. So does what is muted where it
 * is the same log that reaches back further.
 */
const opened = (
	{target: before, held: _, sinceMillis: __, older: ___, note: ____, ...logs}: LogsState,
	{target, version, sinceMillis}: Extract<Action, {type: 'logs/opened'}>,
): LogsState => ({
	...logs,
	...known('target', target),
	...known('sinceMillis', sinceMillis),
	status: target === undefined ? {kind: 'idle'} : {kind: 'opening'},
	sources: new Map(),
	version,
	query: isSameTarget(before, target) ? logs.query : {...logs.query, muted: new Set()},
	look: {...logs.look, column: 0},
	turned: new Set(),
	marks: new Set(),
});

const appended = (
	logs: LogsState,
	{version, moved}: Extract<Action, {type: 'logs/appended'}>,
): LogsState => {
	if (moved === undefined || moved.size === 0) return {...logs, version};
	const now = (seq: number): number => moved.get(seq) ?? seq;
	const {held} = logs;
	return {
		...logs,
		version,
		...(held && {held: {...held, seq: now(held.seq)}}),
		marks: new Set([...logs.marks].map(now)),
		turned: new Set([...logs.turned].map(now)),
	};
};

const isSameTarget = (a: LogTarget | undefined, b: LogTarget | undefined): boolean =>
	targetKey(a) === targetKey(b);

const withPinned = (
	{pinned: _, ...logs}: LogsState,
	{target}: Pick<Extract<Action, {type: 'logs/pinned'}>, 'target'>,
): LogsState => ({...logs, ...known('pinned', target)});

const withoutNote = ({note: _, ...logs}: LogsState): LogsState => logs;

const withOlder = (
	{older: _, ...logs}: LogsState,
	{older}: Extract<Action, {type: 'logs/older-changed'}>,
): LogsState => ({...logs, ...known('older', older)});

const withHeld = (
	{held: _, note: __, ...logs}: LogsState,
	{held}: Extract<Action, {type: 'logs/held'}>,
): LogsState => ({...logs, ...known('held', held)});

const withSearch = (
	{search: _, note: __, ...logs}: LogsState,
	search: LogPattern | undefined,
): LogsState => ({
	...logs,
	...known('search', search),
});

const withBack = (
	{backMillis: _, ...logs}: LogsState,
	{backMillis}: Extract<Action, {type: 'logs/reached-back'}>,
): LogsState => ({...logs, ...known('backMillis', backMillis)});

const toggled = <T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> => {
	const next = new Set(set);
	if (!next.delete(value)) next.add(value);
	return next;
};
