import type {EngineEvent} from '../model/engine-event.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import type {Store} from '../store/store.ts';

/** When something happened to a container last, by the engine's clock. */
export type EventTimes = Map<ContainerKey, number>;

/**
 * Puts into the state what an event says by itself, before a list tells the rest. Events may come
 * twice, late and in any order: what an older one says of a container is not believed.
 */
export const applyEvent = (store: Store, times: EventTimes, event: EngineEvent): void => {
	const key = refKey(event.ref);
	if (event.kind === 'container.destroyed') {
		times.delete(key);
		store.dispatch({type: 'container/removed', key});
		return;
	}
	const container = store.getState().containers.byKey.get(key);
	const latest = Math.max(times.get(key) ?? 0, container?.details?.startedAtMillis ?? 0);
	if (container === undefined || event.atMillis < latest) return;
	times.set(key, event.atMillis);
	if (event.kind === 'container.died') store.dispatch({type: 'container/died', key});
	if (event.kind === 'container.health') {
		store.dispatch({type: 'container/probed', key, health: event.health});
	}
};
