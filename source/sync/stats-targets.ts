import type {StatsTarget} from '../engine/engine.ts';
import type {Container} from '../model/container.ts';
import {isRunning} from '../model/container.ts';
import {hasTraffic} from '../model/container-facts.ts';
import {type ContainerKey, refKey} from '../model/ids.ts';
import type {Chunk, ContainerMap} from '../store/container-map.ts';
import type {SyncContext} from './context.ts';

/**
 * What is to be sampled now: all that have a process, and of those the ones that somebody looks at
 * more often. Asked several times a second, and made anew only when something has changed.
 */
export const statsTargets = (
	context: Pick<SyncContext, 'store' | 'viewport' | 'intervalMillis'>,
): (() => readonly StatsTarget[]) => {
	const {store} = context;
	let containers: ContainerMap | undefined;
	let running: readonly Container[] = [];
	let watched: readonly ContainerKey[] | undefined;
	let targets: readonly StatsTarget[] = [];
	return () => {
		const {byKey} = store.getState().containers;
		const keys = watchedKeys(context);
		if (byKey === containers && keys === watched) return targets;
		if (byKey !== containers) running = byKey.chunks.flatMap(runningIn);
		const isWatched = new Set(keys);
		targets = running.map(container => ({
			ref: container.ref,
			isWatched: isWatched.has(refKey(container.ref)),
			hasTraffic: hasTraffic(container, running),
		}));
		containers = byKey;
		watched = keys;
		return targets;
	};
};

/** Looked for once: in tens of thousands only a stretch changes at a time. */
const runningIn = (chunk: Chunk): readonly Container[] => {
	const known = runningByChunk.get(chunk);
	if (known !== undefined) return known;
	const running = chunk.filter(container => container !== undefined).filter(isRunning);
	runningByChunk.set(chunk, running);
	return running;
};

const runningByChunk = new WeakMap<Chunk, readonly Container[]>();

/**
 * What somebody looks at: nothing while another window has the focus, unless the user chose how
 * often figures come, for it may be seen beside that window.
 */
export const watchedKeys = ({
	viewport,
	intervalMillis,
}: Pick<SyncContext, 'viewport' | 'intervalMillis'>): readonly ContainerKey[] =>
	viewport.isSeen || intervalMillis !== undefined ? viewport.keys : nothing;

const nothing: readonly ContainerKey[] = [];
