import {type ActionOutcome, outcomeLevel, sayOutcome} from '../../model/act/action-outcome.ts';
import type {ContainerAction} from '../../model/act/container-action.ts';
import {refKey} from '../../model/ids.ts';
import type {ActionRequest, ActionTarget} from '../../store/act/action-request.ts';
import type {SyncContext} from '../context.ts';
import {actOne} from './act-one.ts';

/**
 * Does one thing to each container named, all at once, and follows it to its end: the row shows it
 * pending, a message tells the result. Never rejects.
 */
export const runAction = async (
	context: SyncContext,
	{action, targets}: ActionRequest,
): Promise<void> => {
	await Promise.all(
		targets.map(async target => {
			const outcome = await actOne(context, action, target);
			if (outcome !== undefined) tellOutcome(context, action, target, outcome);
		}),
	);
};

/** To the list of messages and to the timeline. */
const tellOutcome = (
	{store, clock}: SyncContext,
	action: ContainerAction,
	{ref, name}: ActionTarget,
	outcome: ActionOutcome,
): void => {
	const level = outcomeLevel(outcome);
	const text = sayOutcome(action, name, outcome);
	const atMillis = clock.now();
	store.dispatch({type: 'message/added', level, text, atMillis});
	// Nothing happened to the container.
	if (outcome.kind === 'refused') return;
	const {verb} = action;
	store.dispatch({type: 'timeline/acted', key: refKey(ref), verb, outcome: level, text, atMillis});
};
