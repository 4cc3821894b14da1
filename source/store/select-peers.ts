import {type Container, isUp} from '../model/container.ts';
import type {Chunk} from './container-map.ts';
import type {State} from './state.ts';

/** What is up in a stretch of the list: thousands beside it may have stopped, and they seldom change. */
const upIn = (chunk: Chunk): readonly Container[] => {
	const before = known.get(chunk);
	if (before !== undefined) return before;
	const up = chunk.filter(each => each !== undefined && isUp(each)) as readonly Container[];
	known.set(chunk, up);
	return up;
};

const known = new WeakMap<Chunk, readonly Container[]>();

const othersUp = ({containers}: State, {ref}: Container): readonly Container[] =>
	containers.byKey.chunks.flatMap(upIn).filter(other => other.ref.id !== ref.id);

/** Other containers that are up and in this network. */
export const selectPeers = (
	state: State,
	container: Container,
	network: string,
): readonly Container[] =>
	othersUp(state, container).filter(({networks}) => networks.some(({name}) => name === network));

/** Other containers that are up and have this volume. */
export const selectSharers = (
	state: State,
	container: Container,
	volume: string,
): readonly Container[] =>
	othersUp(state, container).filter(({mounts}) =>
		mounts.some(({type, source}) => type === 'volume' && source === volume),
	);

/** Containers of this service of Compose that are up. */
export const selectService = (
	{containers}: State,
	project: string,
	service: string,
): readonly Container[] =>
	containers.byKey.chunks
		.flatMap(upIn)
		.filter(({compose}) => compose?.project === project && compose.service === service);
