import {EngineError} from '../model/engine-error.ts';
import type {EngineEvent} from '../model/engine-event.ts';
import {refKey} from '../model/ids.ts';
import type {SyncContext} from './context.ts';
import type {DetailsPump} from './details.ts';

/** Events come in bursts, one restart is six: read the list once for all of them. */
const coalesceMillis = 120;
/** Events can be lost without a sign (the engine's ring holds 256), so the list is read anyway. */
const reconcileMillis = 30_000;

/**
 * Keeps the list of containers: events are subscribed before the first list, so nothing that
 * happens between the two is missed. Ends when aborted; rejects when the engine is lost.
 */
export const pumpContainers = async (context: SyncContext, details: DetailsPump): Promise<void> => {
	const {engine, store, history, clock, signal} = context;
	const wake = newWake();

	const list = async (): Promise<void> => {
		const containers = await engine.list(signal);
		if (signal.aborted) return;
		store.dispatch({type: 'containers/listed', containers, atMillis: clock.now()});
		history.keepOnly(store.getState().containers.byKey);
		details.fill();
	};

	const listen = async (events: AsyncIterable<EngineEvent>): Promise<void> => {
		for await (const event of events) {
			if (signal.aborted) return;
			applyEvent(context, details, event);
			if (event.kind !== 'container.health') wake.call();
		}
		if (!signal.aborted) throw new EngineError('unreachable', 'The engine closed its event stream');
	};

	const relist = async (): Promise<void> => {
		while (!signal.aborted) {
			const nap = new AbortController();
			const slept = clock.sleep(reconcileMillis, AbortSignal.any([signal, nap.signal]));
			await Promise.race([wake.promise(), slept]);
			nap.abort();
			await clock.sleep(coalesceMillis, signal);
			wake.reset();
			if (!signal.aborted) await list();
		}
	};

	const events = await engine.events(signal);
	await Promise.all([listen(events), list().then(relist)]);
};

const applyEvent = (context: SyncContext, details: DetailsPump, event: EngineEvent): void => {
	const {store} = context;
	const key = refKey(event.ref);
	switch (event.kind) {
		case 'container.died':
			store.dispatch({type: 'container/died', key});
			return;
		case 'container.destroyed':
			store.dispatch({type: 'container/removed', key});
			return;
		case 'container.health':
			store.dispatch({type: 'container/probed', key, health: event.health});
			details.refresh(key);
			return;
		case 'container.changed':
		case 'container.oom':
			details.refresh(key);
	}
};

interface Wake {
	call(): void;
	reset(): void;
	promise(): Promise<void>;
}

/** A bell that stays rung until it is reset. */
const newWake = (): Wake => {
	let {promise, resolve} = Promise.withResolvers<void>();
	return {
		call: () => resolve(),
		reset() {
			({promise, resolve} = Promise.withResolvers<void>());
		},
		promise: () => promise,
	};
};
