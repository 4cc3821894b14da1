import {shellWords} from '../../format/shell-words.ts';
import {type ActionOutcome, outcomeLevel, sayOutcome} from '../../model/act/action-outcome.ts';
import type {ContainerAction} from '../../model/act/container-action.ts';
import {dockerCommand} from '../../model/act/docker-command.ts';
import {refKey, shortId} from '../../model/ids.ts';
import type {ActionRequest, ActionTarget} from '../../store/act/action-request.ts';
import type {SyncContext} from '../context.ts';
import {actOne} from './act-one.ts';
import {watchNeighbours} from './watch-neighbours.ts';
import {watchStart} from './watch-steady.ts';

/**
 * Does one thing to each container named, all at once, and follows it to its end: the row shows it
 * pending, a message tells the result, and others what comes of it. Never rejects.
 */
export const runAction = async (
	context: SyncContext,
	{action, targets}: ActionRequest,
): Promise<void> => {
	const neighbours = watchNeighbours(context, action, targets);
	await Promise.all(
		targets.map(async target => {
			const command = commandFor(context, action, target);
			const outcome = await actOne(context, action, target);
			if (outcome === undefined) return;
			tellOutcome(context, {action, target, command}, outcome);
			await watchStart(context, {action, target}, outcome);
		}),
	);
	await neighbours;
};

/** What the docker CLI would have been given; by its name of before where that is changed. */
const commandFor = (
	{store}: SyncContext,
	action: ContainerAction,
	{ref}: ActionTarget,
): readonly string[] => {
	const name = store.getState().containers.byKey.get(refKey(ref))?.name ?? shortId(ref.id);
	return dockerCommand(action, [{id: ref.id, name}]);
};

interface Told {
	readonly action: ContainerAction;
	readonly target: ActionTarget;
	readonly command: readonly string[];
}

/** To the list of messages and to the timeline. */
const tellOutcome = (
	{store, clock}: SyncContext,
	{action, target, command}: Told,
	outcome: ActionOutcome,
): void => {
	const level = outcomeLevel(outcome);
	const text = sayOutcome(action, target.name, outcome);
	const atMillis = clock.now();
	const said = outcome.kind === 'ended' ? (outcome.lastLines ?? []) : [];
	const details = [shellWords(command), ...said];
	store.dispatch({type: 'message/added', level, text, details, atMillis});
	// Nothing happened to the container.
	if (outcome.kind === 'refused') return;
	const {verb} = action;
	const key = refKey(target.ref);
	store.dispatch({type: 'timeline/acted', key, verb, outcome: level, text, atMillis});
};
