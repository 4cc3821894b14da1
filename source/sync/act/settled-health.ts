import type {Container} from '../../model/container.ts';
import {isUp} from '../../model/container.ts';
import {type ContainerRef, refKey} from '../../model/ids.ts';
import type {State} from '../../store/state.ts';
import type {SyncContext} from '../context.ts';
import {whenWithin} from '../when.ts';

/** A check may need its start period, its interval and some retries. */
const healthDeadlineMillis = 120_000;

/** `waiting`: the check has not said anything yet. */
export type HealthVerdict = 'healthy' | 'unhealthy' | 'ended' | 'waiting';

/**
 * What the health check of a container says that has just been started; `waiting` when it says
 * nothing for two minutes, or nobody is interested any more. Rejects when it cannot be inspected.
 */
export const settledHealth = async (
	context: SyncContext,
	ref: ContainerRef,
	isWanted: () => boolean,
): Promise<HealthVerdict> => {
	const {engine, store, signal} = context;
	const key = refKey(ref);
	// The list may still tell of the time before, so begin with what holds now.
	const details = await engine.inspect(ref, signal);
	if (!isWanted()) return 'waiting';
	store.dispatch({type: 'container/inspected', key, details});
	let verdict: HealthVerdict = 'waiting';
	const isOver = (state: State): boolean => {
		verdict = verdictOn(state.containers.byKey.get(key));
		return verdict !== 'waiting' || !isWanted();
	};
	await whenWithin(context, isOver, healthDeadlineMillis);
	return verdict;
};

const verdictOn = (container: Container | undefined): HealthVerdict => {
	if (container === undefined || hasEnded(container)) return 'ended';
	const {kind} = container.health;
	return kind === 'healthy' || kind === 'unhealthy' ? kind : 'waiting';
};

/** A list that was read during the start still says `exited`; the instants of the inspect tell. */
export const hasEnded = (container: Container): boolean => {
	const {details} = container;
	if (isUp(container) || details === undefined) return false;
	return (details.finishedAtMillis ?? 0) >= (details.startedAtMillis ?? 0);
};
