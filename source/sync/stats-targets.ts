import type {StatsTarget} from '../engine/engine.ts';
import type {Container} from '../model/container.ts';
import {isRunning} from '../model/container.ts';
import {hasTraffic} from '../model/container-facts.ts';
import {type ContainerKey, refKey} from '../model/ids.ts';
import type {SyncContext} from './context.ts';

type Containers = ReadonlyMap<ContainerKey, Container>;

/**
 * What is to be sampled now: all that have a process, and of those the ones that somebody looks at
 * more often. Asked several times a second, and made anew only when something has changed.
 */
export const statsTargets = ({
	store,
	viewport,
}: Pick<SyncContext, 'store' | 'viewport'>): (() => readonly StatsTarget[]) => {
	let containers: Containers | undefined;
	let running: readonly Container[] = [];
	let watchedKeys: readonly ContainerKey[] | undefined;
	let targets: readonly StatsTarget[] = [];
	return () => {
		const {byKey} = store.getState().containers;
		const keys = viewport.isSeen ? viewport.keys : nothing;
		if (byKey === containers && keys === watchedKeys) return targets;
		if (byKey !== containers) running = [...byKey.values()].filter(isRunning);
		const watched = new Set(keys);
		targets = running.map(container => ({
			ref: container.ref,
			isWatched: watched.has(refKey(container.ref)),
			hasTraffic: hasTraffic(container, running),
		}));
		containers = byKey;
		watchedKeys = keys;
		return targets;
	};
};

const nothing: readonly ContainerKey[] = [];
