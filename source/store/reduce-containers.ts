import type {Container} from '../model/container.ts';
import {isRunning} from '../model/container.ts';
import {hasHealth, withDetails} from '../model/container-facts.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import {countReplicas} from '../model/replicas.ts';
import type {Action} from './action.ts';
import type {State} from './state.ts';

export const reduceContainers = (state: State, action: Action): State => {
	switch (action.type) {
		case 'endpoint/chosen':
			return {...state, containers: {status: 'loading', byKey: new Map()}, usages: new Map()};
		case 'connection/lost':
			return state.containers.status === 'ready'
				? {...state, containers: {...state.containers, status: 'stale'}}
				: state;
		case 'containers/listed':
			return withList(state, action.containers, action.atMillis);
		case 'container/inspected':
			return withContainer(state, action.key, container => withDetails(container, action.details));
		case 'container/probed':
			return withContainer(state, action.key, container =>
				container.health.kind === action.health || action.health === 'none'
					? container
					: {...container, health: {kind: action.health}},
			);
		case 'container/died':
			return withoutUsage(state, action.key);
		case 'container/removed':
			return withoutContainer(state, action.key);
		case 'stats/sampled':
			return withUsages(state, action.usages);
		default:
			return state;
	}
};

const withList = (state: State, listed: readonly Container[], atMillis: number): State => {
	const byKey = new Map<ContainerKey, Container>();
	for (const container of countReplicas(listed)) {
		const key = refKey(container.ref);
		const known = state.containers.byKey.get(key);
		byKey.set(key, keepDetails(known, container));
	}
	// A number of something that no longer runs would be a lie.
	const usages = new Map(
		[...state.usages].filter(([key]) => {
			const container = byKey.get(key);
			return container !== undefined && isRunning(container);
		}),
	);
	return {...state, usages, containers: {status: 'ready', byKey, atMillis}};
};

/** Details outlive a new list as long as the container is in the same state of life. */
const keepDetails = (known: Container | undefined, listed: Container): Container => {
	if (known?.details === undefined || known.state !== listed.state) return listed;
	const saysNoMore = listed.health.kind === 'none' || listed.health.kind === known.health.kind;
	const health = saysNoMore && hasHealth(listed) ? known.health : listed.health;
	return {...listed, health, details: known.details};
};

const withContainer = (
	state: State,
	key: ContainerKey,
	change: (container: Container) => Container,
): State => {
	const container = state.containers.byKey.get(key);
	if (container === undefined) return state;
	const changed = change(container);
	if (changed === container) return state;
	const byKey = new Map(state.containers.byKey).set(key, changed);
	return {...state, containers: {...state.containers, byKey}};
};

const withoutContainer = (state: State, key: ContainerKey): State => {
	if (!state.containers.byKey.has(key)) return state;
	const byKey = new Map(state.containers.byKey);
	byKey.delete(key);
	return withoutUsage({...state, containers: {...state.containers, byKey}}, key);
};

const withoutUsage = (state: State, key: ContainerKey): State => {
	if (!state.usages.has(key)) return state;
	const usages = new Map(state.usages);
	usages.delete(key);
	return {...state, usages};
};

const withUsages = (
	state: State,
	sampled: Extract<Action, {type: 'stats/sampled'}>['usages'],
): State => {
	const usages = new Map(state.usages);
	for (const [key, usage] of sampled) {
		const container = state.containers.byKey.get(key);
		// A late sample of a container that ended or went meanwhile.
		if (container !== undefined && isRunning(container)) usages.set(key, usage);
	}
	return {...state, usages};
};
