import type {Container} from '../model/container.ts';
import {isRunning} from '../model/container.ts';
import {hasHealth, withDetails} from '../model/container-facts.ts';
import type {ContainerKey} from '../model/ids.ts';
import {isSameRef, refKey} from '../model/ids.ts';
import {countReplicas} from '../model/replicas.ts';
import {isSame} from '../model/same.ts';
import type {Action} from './action.ts';
import {ContainerMap} from './container-map.ts';
import type {State} from './state.ts';

const empty = ContainerMap.of([]);

/** Before the first list. */
export const noContainers: State['containers'] = {status: 'loading', byKey: empty, listed: empty};

export const reduceContainers = (state: State, action: Action): State => {
	switch (action.type) {
		case 'endpoint/chosen':
			return {...state, containers: noContainers, usages: new Map()};
		case 'connection/lost':
			return state.containers.status === 'ready'
				? {...state, containers: {...state.containers, status: 'stale'}}
				: state;
		case 'containers/listed':
			return withList(state, action.containers, action.atMillis);
		case 'containers/relisted':
			return withSome(state, action);
		case 'container/inspected':
			return withContainer(state, action.key, container => withDetails(container, action.details));
		// As an answer of the engine proves, before a list tells it.
		case 'container/turned':
			return withContainer(state, action.key, container =>
				container.state === action.state ? container : {...container, state: action.state},
			);
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
	const before = state.containers.byKey;
	const knownOf = finder(before);
	const byKey = before.update(
		countReplicas(listed).map(container => keepKnown(knownOf(container), container)),
	);
	// A number of something that no longer runs would be a lie.
	const lasting = [...state.usages].filter(([key]) => {
		const container = byKey.get(key);
		return container !== undefined && isRunning(container);
	});
	const usages = lasting.length === state.usages.size ? state.usages : new Map(lasting);
	const isKnown = byKey === before;
	const rows = isKnown ? state.containers.listed : byKey;
	return {...state, usages, containers: {status: 'ready', byKey, listed: rows, atMillis}};
};

/** Where none came or went, the thousands beside them are not touched. */
const withSome = (
	state: State,
	{keys, containers, atMillis}: Extract<Action, {type: 'containers/relisted'}>,
): State => {
	const {byKey} = state.containers;
	const now = new Map(containers.map(container => [refKey(container.ref), container]));
	if (keys.some(key => byKey.has(key) !== now.has(key))) {
		const asked = new Set(keys);
		const known = [...byKey].flatMap(([key, container]) =>
			asked.has(key) ? (now.get(key) ?? []) : container,
		);
		const added = containers.filter(({ref}) => !byKey.has(refKey(ref)));
		return withList(state, [...added, ...known], atMillis);
	}
	return containers.reduce(withListed, state);
};

/** The number of replicas stays, because none came or went. */
const withListed = (state: State, listed: Container): State => {
	const key = refKey(listed.ref);
	const {byKey} = state.containers;
	const known = byKey.get(key);
	const compose = listed.compose && known?.compose;
	const container = keepKnown(known, compose === undefined ? listed : {...listed, compose});
	if (container === known) return state;
	const next = byKey.replace(container);
	const changed = {...state, containers: {...state.containers, byKey: next, listed: next}};
	return isRunning(container) ? changed : withoutUsage(changed, key);
};

/**
 * Looks for containers that come in nearly the order of the map: to make the key of each would cost more
 * than all the rest.
 */
const finder = (containers: ContainerMap) => {
	const inOrder = [...containers.values()];
	let next = 0;
	return (container: Container): Container | undefined => {
		// One further where one was removed.
		const at = [next, next + 1].find(place => isSameRef(inOrder[place]?.ref, container.ref));
		if (at === undefined) return containers.get(refKey(container.ref));
		next = at + 1;
		return inOrder[at];
	};
};

/** The known one where the list says nothing new of it: what is made of it can be kept then. */
const keepKnown = (known: Container | undefined, listed: Container): Container => {
	const now = keepDetails(known, listed);
	if (known === undefined) return now;
	// The age in it is told from elsewhere; it would make another container of each every minute.
	const saysSame = withoutAge(known.status) === withoutAge(now.status);
	const compared = saysSame && known.status !== now.status ? {...now, status: known.status} : now;
	return isSame(known, compared) ? known : now;
};

/** `Exited (137)` of `Exited (137) 5 minutes ago`, `Up` of `Up 2 hours (healthy)`. */
const withoutAge = (status: string): string => /^\w+(?: \(\d+\))?/.exec(status)?.[0] ?? status;

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
	const {containers} = state;
	const container = containers.byKey.get(key);
	if (container === undefined) return state;
	const changed = change(container);
	if (changed === container) return state;
	const byKey = containers.byKey.replace(changed);
	const listed = changed.health.kind === container.health.kind ? containers.listed : byKey;
	return {...state, containers: {...containers, byKey, listed}};
};

const withoutContainer = (state: State, key: ContainerKey): State => {
	const byKey = state.containers.byKey.without(key);
	if (byKey === state.containers.byKey) return state;
	return withoutUsage({...state, containers: {...state.containers, byKey, listed: byKey}}, key);
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
