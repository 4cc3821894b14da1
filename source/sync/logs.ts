import type {Container} from '../model/container.ts';
import {displayName, isReplica} from '../model/container-facts.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import {known} from '../model/known.ts';
import {type LogSourceId, logSourceOf} from '../model/logs/log-source.ts';
import {targetKey} from '../model/logs/log-target.ts';
import type {LogSourceState, LogsStatus} from '../store/logs/logs-state.ts';
import {shownTarget, targetContainers} from '../store/logs/select-target.ts';
import type {State} from '../store/state.ts';
import type {SyncContext} from './context.ts';
import {until} from './context.ts';
import {LogMerger} from './log-merger.ts';
import {followSource} from './log-source.ts';
import {when} from './when.ts';

/** Containers of a heading that are followed at once. */
const maxSources = 20;
/** Moving the cursor through the list must not open and close a stream for each row. */
const settleMillis = 80;

/** The log pane follows the selection: the lines of a container, or of all under a heading, merged. */
export const pumpLogs = async (context: SyncContext): Promise<void> => {
	const {store, signal} = context;
	while (!signal.aborted) {
		const followed = followedNow(store.getState());
		const life = new AbortController();
		const done = follow(until(context, AbortSignal.any([signal, life.signal])));
		await when(store, state => followedNow(state) !== followed, signal);
		life.abort();
		await done;
	}
};

const follow = async (context: SyncContext): Promise<void> => {
	const {store, logs, clock, signal} = context;
	const state = store.getState();
	const containers = followedContainers(state);
	// Lines must not stand under the name of another container, not even for a moment.
	logs.clear();
	store.dispatch({
		type: 'logs/opened',
		version: logs.version,
		...known('target', shownTarget(state)),
	});
	await clock.sleep(settleMillis, signal);
	const merger = new LogMerger(context, containers.map(logSourceOf));
	const sources = new Map<LogSourceId, LogSourceState>(
		containers.map(container => [
			logSourceOf(container),
			{name: sourceName(container), status: {kind: 'opening'}},
		]),
	);
	const sourceByKey = new Map(
		containers.map(container => [refKey(container.ref), logSourceOf(container)]),
	);
	const sink = {
		lines(key: ContainerKey, lines: Parameters<LogMerger['add']>[1]) {
			const source = sourceByKey.get(key);
			if (source !== undefined) merger.add(source, lines);
		},
		status(key: ContainerKey, status: LogsStatus) {
			const source = sourceByKey.get(key);
			const before = source && sources.get(source);
			if (source === undefined || before === undefined) return;
			merger.opened(source);
			if (before.status.kind === status.kind) return;
			sources.set(source, {...before, status});
			if (signal.aborted) return;
			store.dispatch({
				type: 'logs/changed',
				status: overall(sources, status),
				sources: new Map(sources),
			});
		},
	};
	const count = targetContainers(state, shownTarget(state)).length;
	if (count > containers.length) merger.note(`following ${containers.length} of ${count}`);
	await Promise.all(containers.map(({ref}) => followSource(context, refKey(ref), sink)));
};

const sourceName = (container: Container): string => displayName(container, isReplica(container));

/** One source speaks for itself; of several the pane follows as long as any does. */
const overall = (
	sources: ReadonlyMap<LogSourceId, LogSourceState>,
	latest: LogsStatus,
): LogsStatus =>
	[...sources.values()].find(({status}) => status.kind === 'following')?.status ?? latest;

/** In an order of their own: the list is sorted by figures that change all the time. */
const followedContainers = (state: State): readonly Container[] =>
	targetContainers(state, shownTarget(state))
		.toSorted((a, b) => (refKey(a.ref) < refKey(b.ref) ? -1 : 1))
		.slice(0, maxSources);

/** Changes exactly when other streams have to be opened. */
const followedNow = (state: State): string =>
	[targetKey(shownTarget(state)), ...followedContainers(state).map(({ref}) => refKey(ref))].join(
		' ',
	);
