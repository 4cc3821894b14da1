import type {ActionOutcome} from '../../model/act/action-outcome.ts';
import {sayStoppedAgain} from '../../model/act/aftermath.ts';
import type {ActionVerb, ContainerAction} from '../../model/act/container-action.ts';
import {type ContainerDetails, isUpState} from '../../model/container.ts';
import {refKey} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import type {ActionTarget} from '../../store/act/action-request.ts';
import type {State} from '../../store/state.ts';
import type {SyncContext} from '../context.ts';
import {whenWithin} from '../when.ts';
import {lastLines} from './last-lines.ts';

/** What crashes at its start mostly does so within it. */
const steadyMillis = 10_000;

/**
 * Looks on for a while after a start that no health check follows, and tells, with the end of its log,
 * where the container stops again. Never rejects.
 */
export const watchStart = async (
	context: SyncContext,
	{action: {verb}, target}: {readonly action: ContainerAction; readonly target: ActionTarget},
	outcome: ActionOutcome,
): Promise<void> => {
	if (outcome.kind === 'done' && starting.has(verb)) await watchSteady(context, verb, target);
};

/** After these it may stop again by itself. */
const starting: ReadonlySet<ActionVerb> = new Set(['start', 'restart']);

const watchSteady = async (
	context: SyncContext,
	verb: ActionVerb,
	{ref, name}: ActionTarget,
): Promise<void> => {
	const {engine, store, clock, signal} = context;
	const key = refKey(ref);
	const startMillis = clock.now();
	const left = (): number => startMillis + steadyMillis - clock.now();
	try {
		const first = await engine.inspect(ref, signal);
		let seen = store.getState().containers.byKey.get(key);
		let now = first;
		while (!hasStopped(first, now)) {
			if (left() <= 0 || signal.aborted) return;
			const before = seen;
			const isNews = (state: State): boolean => state.containers.byKey.get(key) !== before;
			await whenWithin(context, isNews, left());
			seen = store.getState().containers.byKey.get(key);
			// Something is done to it, or it was taken away.
			if (seen === undefined || store.getState().tasks.has(key)) return;
			if (seen.state !== before?.state) now = await engine.inspect(ref, signal);
		}
		const afterMillis = clock.now() - startMillis;
		const details = await lastLines(context, ref, now);
		if (signal.aborted || store.getState().tasks.has(key)) return;
		const text = sayStoppedAgain(name, verb, {
			...known('exitCode', now.state === 'running' ? undefined : now.exitCode),
			...{afterMillis, ...known('lastLine', details.at(-1))},
		});
		// A job that has done its work is no fault.
		const level = now.state === 'exited' && now.exitCode === 0 ? 'info' : 'error';
		store.dispatch({type: 'message/added', level, text, details, atMillis: clock.now()});
	} catch {
		// The connection is told about elsewhere.
	}
};

/** It does not run, or runs again because its policy has started it anew. */
const hasStopped = (first: ContainerDetails, now: ContainerDetails): boolean =>
	(now.state !== undefined && (!isUpState(now.state) || now.state === 'restarting')) ||
	(now.restartCount ?? 0) > (first.restartCount ?? 0);
