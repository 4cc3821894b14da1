import type {ActionVerb, ContainerAction} from '../model/act/container-action.ts';
import type {Container} from '../model/container.ts';
import {healthOf, qualifiedName} from '../model/container-facts.ts';
import {refKey} from '../model/ids.ts';
import type {MessageLevel} from '../store/act/act-state.ts';
import type {ActionRequest} from '../store/act/action-request.ts';
import type {SyncContext} from './context.ts';
import {toFailure} from './failure.ts';
import type {HealthVerdict} from './settled-health.ts';
import {settledHealth} from './settled-health.ts';

/**
 * Does one thing to each container named, all at once, and follows it to its end: the row shows it
 * pending, a message tells the result. Never rejects.
 */
export const runAction = async (context: SyncContext, request: ActionRequest): Promise<void> => {
	const {action, keys} = request;
	const {byKey} = context.store.getState().containers;
	const containers = keys.flatMap(key => byKey.get(key) ?? []);
	const gone = keys.length - containers.length;
	if (gone > 0) {
		const what = gone === 1 ? 'the container is' : `${gone} containers are`;
		say(context, ['error', `${action.verb} failed: ${what} gone`]);
	}
	await Promise.all(containers.map(container => runOne(context, action, container)));
};

type Told = readonly [level: MessageLevel, text: string];

const say = ({store, clock}: SyncContext, [level, text]: Told): void =>
	store.dispatch({type: 'message/added', level, text, atMillis: clock.now()});

const runOne = async (
	context: SyncContext,
	action: ContainerAction,
	container: Container,
): Promise<void> => {
	const {verb} = action;
	const {store, clock, signal} = context;
	const key = refKey(container.ref);
	const underWay = store.getState().tasks.get(key);
	// Waiting for a health check gives way to what is wanted now; the engine at work does not.
	if (underWay && !underWay.waitsForHealth) {
		// A second press is the same wish.
		if (underWay.verb === verb) return;
		const name = qualifiedName(container);
		return say(context, ['error', `${verb} ${name} refused: ${underWay.verb} is under way`]);
	}
	const startedAtMillis = clock.now();
	const isMine = (): boolean =>
		!signal.aborted && store.getState().tasks.get(key)?.sinceMillis === startedAtMillis;
	store.dispatch({type: 'task/started', key, verb, atMillis: startedAtMillis});
	const told = await carryOut({...context, isMine, startedAtMillis}, action, container);
	if (told === undefined || !isMine()) return;
	say(context, told);
	const [outcome, text] = told;
	store.dispatch({type: 'timeline/acted', key, verb, outcome, text, atMillis: clock.now()});
	store.dispatch({type: 'task/ended', key});
};

/** Those after which a health check begins anew. */
const starts: ReadonlySet<ActionVerb> = new Set(['start', 'restart']);

interface TaskContext extends SyncContext {
	/** False once the task was given up for another one. */
	readonly isMine: () => boolean;
	readonly startedAtMillis: number;
}

const past: Readonly<Record<ActionVerb, string>> = {
	start: 'started',
	stop: 'stopped',
	restart: 'restarted',
	pause: 'paused',
	unpause: 'unpaused',
	kill: 'killed',
	remove: 'removed',
	rename: 'renamed',
	update: 'updated',
};

/** What there is to tell; undefined when nobody listens any more. */
const carryOut = async (
	context: TaskContext,
	action: ContainerAction,
	container: Container,
): Promise<Told | undefined> => {
	const {verb} = action;
	const {engine, store, clock, signal, startedAtMillis} = context;
	const name = qualifiedName(container);
	const did = `${past[verb]} ${name}`;
	const seconds = (): string => `${((clock.now() - startedAtMillis) / 1000).toFixed(1)}s`;
	try {
		const outcome = await engine.act(container.ref, action, signal);
		if (outcome === 'unchanged') return ['info', `${name} was already ${past[verb]}`];
	} catch (error) {
		const {kind, message} = toFailure(error);
		return ['error', `${verb} ${name} ${kind === 'timeout' ? 'timed out' : 'failed'}: ${message}`];
	}
	if (!starts.has(verb) || !hasHealthCheck(container)) return ['success', `${did} in ${seconds()}`];
	if (signal.aborted) return undefined;
	store.dispatch({type: 'task/waited', key: refKey(container.ref)});
	try {
		return healthText(await settledHealth(context, container, context.isMine), did, seconds());
	} catch (error) {
		return ['error', `${did}, but its health is not known: ${toFailure(error).message}`];
	}
};

/** A container that is stopped shows no health in the list. */
const hasHealthCheck = (container: Container): boolean =>
	container.details?.hasHealthCheck ?? healthOf(container).kind !== 'none';

/** Done means healthy again where there is a health check to say so. */
const healthText = (verdict: HealthVerdict, did: string, seconds: string): Told => {
	switch (verdict) {
		case 'healthy':
			return ['success', `${did}, healthy again in ${seconds}`];
		case 'unhealthy':
			return ['error', `${did}, but its health check fails (unhealthy after ${seconds})`];
		case 'ended':
			return ['error', `${did}, but it stopped again after ${seconds}`];
		case 'waiting':
			return ['error', `${did}, but it is not healthy after ${seconds}`];
	}
};
