import type {ContainerUsage} from '../model/stats-sample.ts';
import type {State} from './state.ts';

/** An engine under load is late now and then; a figure is old when two samples have failed to come. */
const leastMillis = 5000;
const missedSamples = 2.5;

/** True for figures that may no longer be so: the engine is lost, or it has said nothing for too long. */
export const isUsageStale = (state: State, usage: ContainerUsage | undefined): boolean =>
	state.containers.status === 'stale' || isOld(state, usage?.atMillis);

/** As `isUsageStale`, for the machine. What a remote engine says of its machine does not age. */
export const isHostStale = (state: State): boolean =>
	state.connection.status === 'lost' ||
	(state.host?.origin === 'local' && isOld(state, state.host.atMillis));

const isOld = ({nowMillis, intervalMillis, list}: State, atMillis: number | undefined): boolean =>
	atMillis !== undefined &&
	// Frozen figures are old on purpose, and the status line says so.
	list.frozen === undefined &&
	nowMillis - atMillis > Math.max(leastMillis, missedSamples * intervalMillis);
