import {isWithin} from '../../model/elapsed.ts';
import {isAbortError} from '../../model/engine-error.ts';
import type {ContainerKey} from '../../model/ids.ts';
import type {Action} from '../../store/action.ts';
import type {DetailKind} from '../../store/detail/detail-state.ts';
import type {State} from '../../store/state.ts';
import {type SyncContext, until} from '../context.ts';
import {toFailure} from '../failure.ts';
import {when, whenWithin} from '../when.ts';
import {type LoadContext, loaders} from './loaders.ts';

/** Several things happen together, as at a restart. */
const gatherMillis = 150;
/** After an answer that was an error. */
const retryMillis = 10_000;
/** Of a terminal without the focus somebody may see the screen all the same. */
const unseenFactor = 6;
/** An answer that takes longer is said to be awaited, and for how long. */
const slowMillis = 400;
const tellMillis = 200;

/** What each kind was loaded of: of which container, after which change of it. */
export type LoadedOf = Map<DetailKind, string>;

/** Asks for one kind of data about a container, and again whenever it may have changed, until aborted. */
export const keepLoaded = async (
	context: LoadContext,
	key: ContainerKey,
	kind: DetailKind,
	loadedOf: LoadedOf,
): Promise<void> => {
	const {store, clock, signal} = context;
	while (!signal.aborted) {
		const change = changeOf(store.getState(), key);
		if (isDue(context, kind, loadedOf.get(kind) === change)) {
			await load(context, key, kind);
			if (signal.aborted) return;
			loadedOf.set(kind, change);
		}
		const isOther = (state: State): boolean => changeOf(state, key) !== change;
		const isFailed = store.getState().detail.data[kind].status === 'failed';
		const everyMillis = isFailed ? retryMillis : loaders[kind].everyMillis;
		if (everyMillis === undefined) await when(store, isOther, signal);
		else await rest(context, isOther, everyMillis);
		await clock.sleep(gatherMillis, signal);
	}
};

/** Less often while nobody looks, and at once when somebody does again. */
const rest = async (
	context: SyncContext,
	isOther: (state: State) => boolean,
	millis: number,
): Promise<void> => {
	const {viewport, signal} = context;
	const seen = new AbortController();
	const stopListening = viewport.onSeen(() => seen.abort());
	const inner = until(context, AbortSignal.any([signal, seen.signal]));
	await whenWithin(inner, isOther, viewport.isSeen ? millis : millis * unseenFactor);
	stopListening();
};

const isDue = ({store, clock}: SyncContext, kind: DetailKind, isOfThisChange: boolean): boolean => {
	const {data, asked} = store.getState().detail;
	const slot = data[kind];
	if (asked.has(kind) || slot.status !== 'ready' || !isOfThisChange) return true;
	const {everyMillis} = loaders[kind];
	return everyMillis !== undefined && !isWithin(slot.atMillis, clock.now(), everyMillis);
};

/** Another one after everything that may change what an inspect says, but for a probe of its health. */
const changeOfOne = ({containers, timeline}: State, key: ContainerKey): string => {
	const container = containers.byKey.get(key);
	const seq = timeline.findLast(entry => entry.key === key)?.seq ?? 0;
	return [key, container?.state, container?.details?.startedAtMillis, seq].join(' ');
};

/** The same, and of what it is compared with. */
const changeOf = (state: State, key: ContainerKey): string => {
	const {against} = state.trees;
	const other = against?.kind === 'container' ? changeOfOne(state, against.key) : against?.kind;
	return `${changeOfOne(state, key)} ${other ?? ''}`;
};

const load = async (context: LoadContext, key: ContainerKey, kind: DetailKind): Promise<void> => {
	const {store, clock, signal} = context;
	const container = store.getState().containers.byKey.get(key);
	if (container === undefined) return;
	const answered = new AbortController();
	const either = AbortSignal.any([signal, answered.signal]);
	const waiting = tellWaiting({...context, signal: either}, key, kind);
	store.dispatch({type: 'detail/requested', key, kind});
	const {against} = store.getState().trees;
	try {
		const value = await loaders[kind].load(context, container);
		if (signal.aborted) return;
		// It is compared with something else by now: what was asked for would stand under that name.
		if (kind === 'other' && store.getState().trees.against !== against) return;
		store.dispatch({type: 'detail/loaded', key, kind, value, atMillis: clock.now()} as Action);
	} catch (error) {
		if (signal.aborted || isAbortError(error)) return;
		store.dispatch({type: 'detail/failed', key, kind, failure: toFailure(error)});
	} finally {
		answered.abort();
		await waiting;
	}
};

const tellWaiting = async (
	{store, clock, signal}: SyncContext,
	key: ContainerKey,
	kind: DetailKind,
): Promise<void> => {
	const sinceMillis = clock.now();
	for (let restMillis = slowMillis; ; restMillis = tellMillis) {
		await clock.sleep(restMillis, signal);
		if (signal.aborted) return;
		const waitedMillis = clock.now() - sinceMillis;
		store.dispatch({type: 'detail/awaited', key, kind, waitedMillis});
	}
};
