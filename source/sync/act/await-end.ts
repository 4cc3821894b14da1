import type {ActionOutcome} from '../../model/act/action-outcome.ts';
import type {Container} from '../../model/container.ts';
import {exitCode} from '../../model/container-facts.ts';
import type {ContainerKey} from '../../model/ids.ts';
import {isUnderWay} from '../../store/act/bulk-state.ts';
import type {State} from '../../store/state.ts';
import type {SyncContext} from '../context.ts';
import {toFailure} from '../failure.ts';
import {whenWithin} from '../when.ts';
import {hasEnded} from './settled-health.ts';

/** A migration of a database may take its time. */
const endDeadlineMillis = 600_000;

/**
 * How a container ends that was started to do something once, so that others can go on. The outcome that
 * is known already where it was not started at all, or the bulk run is over. Never rejects.
 */
export const awaitEnd = async (
	context: SyncContext,
	key: ContainerKey,
	known: ActionOutcome,
): Promise<ActionOutcome> => {
	if (known.kind !== 'done' && known.kind !== 'unchanged' && known.kind !== 'ended') return known;
	const {engine, store, clock, signal} = context;
	const sinceMillis = clock.now() - (known.kind === 'unchanged' ? 0 : known.tookMillis);
	const took = () => ({tookMillis: clock.now() - sinceMillis});
	const containerOf = (state: State): Container | undefined => state.containers.byKey.get(key);
	const before = containerOf(store.getState());
	if (before === undefined) return known;
	try {
		const details = await engine.inspect(before.ref, signal);
		store.dispatch({type: 'container/inspected', key, details});
	} catch (error) {
		return {kind: 'unsettled', reason: toFailure(error).message, ...took()};
	}
	const isOver = (state: State): boolean => {
		const container = containerOf(state);
		const isWanted = isUnderWay(state.bulk) && !state.bulk.isCancelled;
		return !isWanted || container === undefined || hasEnded(container);
	};
	await whenWithin(context, isOver, endDeadlineMillis);
	const container = containerOf(store.getState());
	if (container === undefined) return known;
	if (!hasEnded(container)) {
		return store.getState().bulk?.isCancelled
			? known
			: {kind: 'unsettled', reason: 'it runs on, and others need its end', ...took()};
	}
	const code = exitCode(container) ?? 0;
	return code === 0 ? {kind: 'done', ...took()} : {kind: 'ended', exitCode: code, ...took()};
};
