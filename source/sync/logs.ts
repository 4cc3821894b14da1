import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import {selectedContainers, selectedRow} from '../store/select-target.ts';
import type {LogsStatus, State} from '../store/state.ts';
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
		const target = targetOf(store.getState());
		const life = new AbortController();
		const followed = follow(until(context, AbortSignal.any([signal, life.signal])));
		await when(store, state => targetOf(state) !== target, signal);
		life.abort();
		await followed;
	}
};

const follow = async (context: SyncContext): Promise<void> => {
	const {store, logs, clock, signal} = context;
	const state = store.getState();
	const keys = keysOf(state);
	// Lines must not stand under the name of another container, not even for a moment.
	logs.clear();
	const row = selectedRow(state);
	store.dispatch({type: 'logs/opened', ...(row === undefined ? {} : {target: row.id})});
	await clock.sleep(settleMillis, signal);
	const merger = new LogMerger(context, keys);
	const statuses = new Map<ContainerKey, LogsStatus>();
	const sink = {
		lines: merger.add.bind(merger),
		status(key: ContainerKey, status: LogsStatus) {
			merger.opened(key);
			if (statuses.get(key)?.kind === status.kind) return;
			statuses.set(key, status);
			if (!signal.aborted) {
				store.dispatch({type: 'logs/changed', status: overall(statuses, status)});
			}
		},
	};
	const count = selectedContainers(state).length;
	if (count > keys.length) merger.note(`following ${keys.length} of ${count}`);
	await Promise.all(keys.map(key => followSource(context, key, sink)));
};

/** One source speaks for itself; of several the pane follows as long as any does. */
const overall = (statuses: ReadonlyMap<ContainerKey, LogsStatus>, latest: LogsStatus): LogsStatus =>
	[...statuses.values()].find(status => status.kind === 'following') ?? latest;

/** In an order of their own: the list is sorted by figures that change all the time. */
const keysOf = (state: State): readonly ContainerKey[] =>
	selectedContainers(state)
		.map(container => refKey(container.ref))
		.toSorted()
		.slice(0, maxSources);

/** Changes exactly when other streams have to be opened. */
const targetOf = (state: State): string =>
	[selectedRow(state)?.id ?? '', ...keysOf(state)].join(' ');
