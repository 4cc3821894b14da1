import type {State} from '../../store/state.ts';

/** Until when the containers are known: now, or the moment at which the engine was lost. */
export const knownMillis = ({containers, nowMillis}: State): number =>
	containers.status === 'stale' ? (containers.atMillis ?? nowMillis) : nowMillis;
