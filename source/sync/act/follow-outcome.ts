import type {ActionOutcome} from '../../model/act/action-outcome.ts';
import type {ActionVerb, ContainerAction} from '../../model/act/container-action.ts';
import type {Container} from '../../model/container.ts';
import {healthOf} from '../../model/container-facts.ts';
import {type ContainerRef, refKey} from '../../model/ids.ts';
import {toFailure} from '../failure.ts';
import type {TaskContext} from './act-one.ts';
import {settledHealth} from './settled-health.ts';

/** Those after which a health check begins anew. */
const starts: ReadonlySet<ActionVerb> = new Set(['start', 'restart']);

/** What comes of what the engine has done: healthy again, where there is a health check to say so. */
export const followOutcome = async (
	context: TaskContext,
	{verb}: ContainerAction,
	ref: ContainerRef,
): Promise<ActionOutcome | undefined> => {
	const {store, clock, signal, startedAtMillis} = context;
	const took = () => ({tookMillis: clock.now() - startedAtMillis});
	const key = refKey(ref);
	const container = store.getState().containers.byKey.get(key);
	if (!starts.has(verb) || !(container && hasHealthCheck(container)))
		return {kind: 'done', ...took()};
	if (signal.aborted) return undefined;
	store.dispatch({type: 'task/waited', key});
	try {
		const verdict = await settledHealth(context, container, context.isMine);
		return {kind: verdict === 'waiting' ? 'unsettled' : verdict, ...took()};
	} catch (error) {
		return {kind: 'unsettled', reason: toFailure(error).message, ...took()};
	}
};

/** A container that is stopped shows no health in the list. */
const hasHealthCheck = (container: Container): boolean =>
	container.details?.hasHealthCheck ?? healthOf(container).kind !== 'none';
