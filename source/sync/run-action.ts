import type {Container} from '../model/container.ts';
import {healthOf, qualifiedName} from '../model/container-facts.ts';
import {isAbortError} from '../model/engine-error.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import type {ActionRequest, ActionVerb, State} from '../store/state.ts';
import type {SyncContext} from './context.ts';
import {toFailure} from './failure.ts';
import {when} from './when.ts';

/** A check may need its start period, its interval and some retries. */
const healthDeadlineMillis = 120_000;

const past: Readonly<Record<ActionVerb, string>> = {
	start: 'started',
	stop: 'stopped',
	restart: 'restarted',
};

/**
 * Does one thing to each container named, all at once, and follows it to its end: the row shows it
 * pending, a message tells the result. Never rejects.
 */
export const runAction = async (context: SyncContext, request: ActionRequest): Promise<void> => {
	const {store} = context;
	const {byKey} = store.getState().containers;
	// A second press while the first is under way is the same wish.
	const containers = request.keys
		.filter(key => !store.getState().tasks.has(key))
		.flatMap(key => byKey.get(key) ?? []);
	await Promise.all(containers.map(container => runOne(context, request.verb, container)));
};

const runOne = async (
	context: SyncContext,
	verb: ActionVerb,
	container: Container,
): Promise<void> => {
	const {engine, store, clock, signal} = context;
	const key = refKey(container.ref);
	const name = qualifiedName(container);
	const startedAtMillis = clock.now();
	const seconds = (): string => `${((clock.now() - startedAtMillis) / 1000).toFixed(1)}s`;
	const say = (level: 'success' | 'error' | 'info', text: string): void =>
		store.dispatch({type: 'message/added', level, text, atMillis: clock.now()});

	store.dispatch({type: 'task/started', key, verb, atMillis: startedAtMillis});
	try {
		const outcome = await engine.act(container.ref, verb, signal);
		if (outcome === 'unchanged') say('info', `${name} was already ${past[verb]}`);
		else if (verb === 'stop' || healthOf(container).kind === 'none') {
			say('success', `${past[verb]} ${name} in ${seconds()}`);
		} else {
			store.dispatch({type: 'task/waited', key});
			say(...(await healthResult(context, container, `${past[verb]} ${name}`, seconds)));
		}
	} catch (error) {
		if (!isAbortError(error)) say('error', failureText(verb, name, error));
	} finally {
		store.dispatch({type: 'task/ended', key});
	}
};

/** Done means healthy again where there is a health check to say so. */
const healthResult = async (
	context: SyncContext,
	container: Container,
	did: string,
	seconds: () => string,
): Promise<['success' | 'error', string]> => {
	const verdict = await settledHealth(context, container);
	switch (verdict) {
		case 'healthy':
			return ['success', `${did}, healthy again in ${seconds()}`];
		case 'unhealthy':
			return ['error', `${did}, but its health check fails (unhealthy after ${seconds()})`];
		case 'ended':
			return ['error', `${did}, but it stopped again after ${seconds()}`];
		case 'waiting':
			return ['error', `${did}, but it is not healthy after ${seconds()}`];
	}
};

const settledHealth = async (
	context: SyncContext,
	container: Container,
): Promise<'healthy' | 'unhealthy' | 'ended' | 'waiting'> => {
	const {engine, store, clock, signal} = context;
	const key = refKey(container.ref);
	// The list may still tell of the time before the restart, so begin with what holds now.
	store.dispatch({
		type: 'container/inspected',
		key,
		details: await engine.inspect(container.ref, signal),
	});
	const deadline = new AbortController();
	void clock.sleep(healthDeadlineMillis, AbortSignal.any([signal, deadline.signal])).then(() => {
		deadline.abort();
	});
	await when(store, state => isSettled(state, key), AbortSignal.any([signal, deadline.signal]));
	deadline.abort();
	const current = store.getState().containers.byKey.get(key);
	if (current === undefined || current.state === 'exited') return 'ended';
	const {kind} = current.health;
	return kind === 'healthy' || kind === 'unhealthy' ? kind : 'waiting';
};

const isSettled = (state: State, key: ContainerKey): boolean => {
	const container = state.containers.byKey.get(key);
	if (container === undefined || container.state === 'exited') return true;
	return container.health.kind === 'healthy' || container.health.kind === 'unhealthy';
};

const failureText = (verb: ActionVerb, name: string, error: unknown): string => {
	const {kind, message} = toFailure(error);
	return kind === 'timeout'
		? `${verb} ${name} timed out: ${message}`
		: `${verb} ${name} failed: ${message}`;
};
