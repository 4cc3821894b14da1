import {engineMillis} from '../../model/engine-clock.ts';
import type {State} from '../../store/state.ts';

/** Until when the containers are known: now, or the moment of the last answer. */
export const knownMillis = ({connection, nowMillis}: State): number =>
	connection.status === 'stale' || connection.status === 'lost'
		? (connection.answeredAtMillis ?? nowMillis)
		: nowMillis;

/** The same moment by the engine's clock, by which it tells when a container started or ended. */
export const knownEngineMillis = (state: State): number =>
	engineMillis(knownMillis(state), state.engine);
