import {neighboursOf, sayTurned, turnedBad} from '../../model/act/aftermath.ts';
import type {ContainerAction} from '../../model/act/container-action.ts';
import type {Container} from '../../model/container.ts';
import {qualifiedName} from '../../model/container-facts.ts';
import {type ContainerKey, refKey} from '../../model/ids.ts';
import type {ActionTarget} from '../../store/act/action-request.ts';
import type {State} from '../../store/state.ts';
import type {SyncContext} from '../context.ts';
import {whenWithin} from '../when.ts';
import {lastLines} from './last-lines.ts';

/** A health check takes some intervals to find out. */
const watchMillis = 90_000;

/** After these, those who depend on it may fail. */
const disturbing: ReadonlySet<ContainerAction['verb']> = new Set([
	...(['stop', 'restart', 'pause', 'kill', 'remove'] as const),
]);

/**
 * Tells which of those that depend on what was acted on turns unhealthy or ends for a while after it,
 * each once. What was so before is no news. Never rejects.
 */
export const watchNeighbours = async (
	context: SyncContext,
	{verb}: ContainerAction,
	targets: readonly ActionTarget[],
): Promise<void> => {
	if (!disturbing.has(verb)) return;
	const {store, clock, signal} = context;
	const {byKey} = store.getState().containers;
	const acted = targets.flatMap(({ref}) => byKey.get(refKey(ref)) ?? []);
	const [first, another] = acted;
	if (first === undefined) return;
	const of = another === undefined ? qualifiedName(first) : `${acted.length} containers`;
	const pending = new Map(
		neighboursOf(acted, byKey.values()).map(before => [refKey(before.ref), before] as const),
	);
	const startMillis = clock.now();
	for (;;) {
		const left = startMillis + watchMillis - clock.now();
		if (pending.size === 0 || left <= 0 || signal.aborted) return;
		let found: Turned | undefined;
		await whenWithin(
			context,
			state => {
				found = firstTurned(state, pending);
				return found !== undefined;
			},
			left,
		);
		if (found === undefined) return;
		pending.delete(found.key);
		const {now, what} = found;
		// Done to it by somebody here.
		if (store.getState().tasks.has(found.key)) continue;
		const atMillis = clock.now();
		const news = {name: qualifiedName(now), what, afterMillis: atMillis - startMillis};
		const details = await lastLines(context, now.ref, now.details ?? {tty: false});
		if (signal.aborted) return;
		const text = sayTurned({verb, of}, news);
		store.dispatch({type: 'message/added', level: 'error', text, details, atMillis});
	}
};

interface Turned {
	readonly key: ContainerKey;
	readonly now: Container;
	readonly what: string;
}

const firstTurned = (
	{containers}: State,
	pending: ReadonlyMap<ContainerKey, Container>,
): Turned | undefined => {
	for (const [key, before] of pending) {
		const now = containers.byKey.get(key);
		const what = now && now !== before ? turnedBad(before, now) : undefined;
		if (now !== undefined && what !== undefined) return {key, now, what};
	}
	return undefined;
};
