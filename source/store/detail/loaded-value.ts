import type {Loadable} from './detail-state.ts';

/** What is known, be it old; undefined until then. */
export const loadedValue = <Value>(slot: Loadable<Value>): Value | undefined =>
	slot.status === 'ready' || slot.status === 'stale' ? slot.value : undefined;
