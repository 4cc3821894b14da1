import type {ActionOutcome} from '../../model/act/action-outcome.ts';
import type {ActionVerb, ContainerAction} from '../../model/act/container-action.ts';
import {whyNotMeant} from '../../model/act/still-meant.ts';
import type {ContainerDetails, ContainerState} from '../../model/container.ts';
import {isAbortError} from '../../model/engine-error.ts';
import {refKey} from '../../model/ids.ts';
import {isAtWork} from '../../store/act/act-state.ts';
import type {ActionTarget} from '../../store/act/action-request.ts';
import type {SyncContext} from '../context.ts';
import {toFailure} from '../failure.ts';
import {findOut} from './find-out.ts';
import {followOutcome} from './follow-outcome.ts';
import type {TaskContext} from './task-context.ts';

/**
 * Does it to one container and follows it to its end; the row shows it pending until then. Undefined
 * where there is nothing to tell: nobody listens any more, another action took its place, or the same
 * one is under way, as after a second press. Tells nobody. Never rejects.
 */
export const actOne = async (
	context: SyncContext,
	action: ContainerAction,
	target: ActionTarget,
): Promise<ActionOutcome | undefined> => {
	const {store, clock, signal} = context;
	const {verb} = action;
	const key = refKey(target.ref);
	const underWay = store.getState().tasks.get(key);
	if (isAtWork(underWay))
		return underWay.verb === verb
			? undefined
			: {kind: 'refused', reason: `${underWay.verb} is under way`};
	const startedAtMillis = clock.now();
	const id = nextId++;
	const isMine = (): boolean => !signal.aborted && store.getState().tasks.get(key)?.id === id;
	store.dispatch({type: 'task/started', key, id, verb, atMillis: startedAtMillis});
	const outcome = await carryOut({...context, isMine, startedAtMillis}, action, target);
	if (!isMine()) return undefined;
	store.dispatch({type: 'task/ended', key});
	return outcome;
};

/** Of the next task; two of them may begin at the same instant. */
let nextId = 1;

/** What is done without a question, and undone by the same key: a second press must find it as the first has made it. */
const turnsTo: Readonly<Partial<Record<ActionVerb, ContainerState>>> = {
	pause: 'paused',
	unpause: 'running',
};

const turn = (
	{store, isMine}: TaskContext,
	{verb}: ContainerAction,
	ref: ActionTarget['ref'],
): void => {
	const state = turnsTo[verb];
	if (state !== undefined && isMine())
		store.dispatch({type: 'container/turned', key: refKey(ref), state});
};

const carryOut = async (
	context: TaskContext,
	action: ContainerAction,
	{ref, seen}: ActionTarget,
): Promise<ActionOutcome | undefined> => {
	const {engine, store, signal} = context;
	let before: ContainerDetails;
	try {
		before = await engine.inspect(ref, signal);
	} catch (error) {
		if (isAbortError(error)) return undefined;
		const {kind, message} = toFailure(error);
		if (kind !== 'not-found') return {kind: 'failed', reason: `${message}; nothing was sent`};
		return action.verb === 'remove' ? {kind: 'unchanged'} : {kind: 'refused', reason: 'it is gone'};
	}
	if (signal.aborted) return undefined;
	// Whoever is refused and asks again has seen it as it is.
	store.dispatch({type: 'container/inspected', key: refKey(ref), details: before});
	const reason = whyNotMeant(action, seen, before);
	if (reason !== undefined) return {kind: 'refused', reason};
	try {
		if ((await engine.act(ref, action, signal)) === 'unchanged') return {kind: 'unchanged'};
	} catch (error) {
		if (isAbortError(error)) return undefined;
		const outcome = await findOut(context, {action, ref, before, error});
		if (outcome !== 'done') return outcome;
	}
	turn(context, action, ref);
	return await followOutcome(context, action, {ref, hasHealthCheck: before.hasHealthCheck});
};
