import {engineMillis} from '../../model/engine-clock.ts';
import type {State} from '../../store/state.ts';

/** Until when the containers are known: now, or the moment at which the engine was lost. */
export const knownMillis = ({containers, nowMillis}: State): number =>
	containers.status === 'stale' ? (containers.atMillis ?? nowMillis) : nowMillis;

/** The same moment by the engine's clock, by which it tells when a container started or ended. */
export const knownEngineMillis = (state: State): number =>
	engineMillis(knownMillis(state), state.engine);
