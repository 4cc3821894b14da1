import {type Container, isUp} from '../model/container.ts';
import {engineMillis} from '../model/engine-clock.ts';
import {known} from '../model/known.ts';
import {targetKey} from '../model/logs/log-target.ts';
import {shownTarget} from '../store/logs/select-target.ts';
import type {State} from '../store/state.ts';
import type {SyncContext} from './context.ts';
import {until} from './context.ts';
import {type LogBeginning, LogFollowers, type StartOf} from './log-followers.ts';
import {LogMerger} from './log-merger.ts';
import {LogPast} from './log-past.ts';
import {LogPlaces} from './log-places.ts';
import {when} from './when.ts';

/** Moving the cursor through the list must not open and close a stream for each row. */
const settleMillis = 80;
/** Lines that are fetched from the past of each container, fewer where there are many. */
const tailLines = {most: 500, least: 100, inAll: 10_000};
/** The same where it is said how far back to go. */
const backLines = {most: 10_000, least: 500, inAll: 40_000};

export interface LogPump {
	readonly done: Promise<void>;
	/** Puts a window of older lines before the first. Does nothing while it is at it, or where there are none. */
	loadOlder(): void;
}

/**
 * The log pane shows a target, by default the selection: the lines of a container, or of several, merged.
 * `given`: where the sources begin, instead of what suits a screen.
 */
export const startLogs = (context: SyncContext, given?: LogBeginning): LogPump => {
	const {store, signal} = context;
	let past: LogPast | undefined;

	const follow = async (inner: SyncContext): Promise<void> => {
		const {logs, clock} = inner;
		const state = store.getState();
		const target = shownTarget(state);
		const openedAtMillis = engineMillis(clock.now(), state.engine);
		const sinceMillis = sinceOf(state, openedAtMillis);
		// Lines must not stand under the name of another container, not even for a moment.
		logs.clear(openedAtMillis);
		store.dispatch({
			type: 'logs/opened',
			version: logs.version,
			...known('target', target),
			...known('sinceMillis', sinceMillis),
		});
		await clock.sleep(settleMillis, inner.signal);
		if (inner.signal.aborted || target === undefined) return;
		const beginning = given ?? {startOf: startFrom(state, sinceMillis), isOfUp: false};
		const places = new LogPlaces(
			target,
			container => !beginning.isOfUp || hasRun(container, openedAtMillis),
		);
		const merger = new LogMerger(inner);
		past = new LogPast(inner, places, sinceMillis);
		await new LogFollowers(inner, {places, merger, beginning, openedAtMillis}).run();
	};

	const run = async (): Promise<void> => {
		while (!signal.aborted) {
			const opened = openedNow(store.getState());
			const life = new AbortController();
			past = undefined;
			const done = follow(until(context, AbortSignal.any([signal, life.signal])));
			await when(store, state => openedNow(state) !== opened, signal);
			life.abort();
			await done;
		}
	};

	return {done: run(), loadOlder: () => void past?.load()};
};

/** Since then; one that ended at once may never be listed as up. */
const hasRun = (container: Container, sinceMillis: number): boolean =>
	isUp(container) ||
	(container.createdAtMillis ?? 0) >= sinceMillis ||
	(container.details?.startedAtMillis ?? 0) >= sinceMillis;

/** Changes exactly when the log is another one; containers that come and go do not change it. */
const openedNow = (state: State): string =>
	`${state.logs.backMillis ?? ''} ${targetKey(shownTarget(state))}`;

/** Undefined where it is not said, or where all is wanted. */
const sinceOf = ({logs: {backMillis}}: State, nowMillis: number): number | undefined =>
	backMillis === undefined || !Number.isFinite(backMillis) ? undefined : nowMillis - backMillis;

const startFrom =
	({logs: {backMillis}}: State, sinceMillis: number | undefined): StartOf =>
	sources => {
		const {most, least, inAll} = backMillis === undefined ? tailLines : backLines;
		const tail = Math.max(least, Math.min(most, Math.ceil(inAll / Math.max(1, sources))));
		return sinceMillis === undefined ? {tail} : {tail, since: new Date(sinceMillis).toISOString()};
	};
