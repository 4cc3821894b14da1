import type {ActionOutcome} from '../../model/act/action-outcome.ts';
import type {ActionVerb, ContainerAction} from '../../model/act/container-action.ts';
import {type ContainerRef, refKey} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {toFailure} from '../failure.ts';
import {lastLines} from './last-lines.ts';
import {settledHealth} from './settled-health.ts';
import type {TaskContext} from './task-context.ts';

/** Those after which a health check begins anew. */
const starts: ReadonlySet<ActionVerb> = new Set(['start', 'restart']);

interface Followed {
	readonly ref: ContainerRef;
	readonly hasHealthCheck: boolean;
}

/** What comes of what the engine has done: healthy again, where there is a health check to say so. */
export const followOutcome = async (
	context: TaskContext,
	{verb}: ContainerAction,
	{ref, hasHealthCheck}: Followed,
): Promise<ActionOutcome | undefined> => {
	const {store, clock, signal, startedAtMillis} = context;
	const took = () => ({tookMillis: clock.now() - startedAtMillis});
	if (!starts.has(verb) || !hasHealthCheck) return {kind: 'done', ...took()};
	if (signal.aborted) return undefined;
	store.dispatch({type: 'task/waited', key: refKey(ref)});
	try {
		const verdict = await settledHealth(context, ref, context.isMine);
		if (verdict === 'ended') return await ending(context, ref, took());
		return {kind: verdict === 'waiting' ? 'unsettled' : verdict, ...took()};
	} catch (error) {
		return {kind: 'unsettled', reason: toFailure(error).message, ...took()};
	}
};

/** How it ended, and what it said last. */
const ending = async (
	context: TaskContext,
	ref: ContainerRef,
	took: {readonly tookMillis: number},
): Promise<ActionOutcome> => {
	try {
		const details = await context.engine.inspect(ref, context.signal);
		const {exitCode} = details;
		const said = await lastLines(context, ref, details);
		return {kind: 'ended', ...took, ...known('exitCode', exitCode), lastLines: said};
	} catch {
		// It is gone, and all that was known of it.
		return {kind: 'ended', ...took};
	}
};
