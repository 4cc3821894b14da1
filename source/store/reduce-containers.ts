import type {Container} from '../model/container.ts';
import {isRunning} from '../model/container.ts';
import {hasHealth, withDetails} from '../model/container-facts.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
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
	const before = state.containers.byKey;
	const containers = countReplicas(listed).map(container => {
		const known = before.get(refKey(container.ref));
		const now = keepDetails(known, container);
		return known !== undefined && isSame(known, now) ? known : now;
	});
	const byKey = isSameList(before, containers) ? before : ContainerMap.of(containers);
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

/** Most lists say what the one before said; then nothing has to be sorted or drawn anew. */
const isSameList = (before: ContainerMap, containers: readonly Container[]): boolean => {
	if (before.size !== containers.length) return false;
	let index = 0;
	for (const container of before.values()) if (container !== containers[index++]) return false;
	return true;
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
