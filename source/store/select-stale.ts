import type {ContainerUsage} from '../model/stats-sample.ts';
import type {State} from './state.ts';

/**
 * A figure is old when two samples have failed to come. An engine under load is late now and then,
 * and what has just gone out of sight is sampled less often from then on.
 */
const leastMillis = 6000;
const missedSamples = 2.5;
/** The machine is sampled at least so often, whoever looks. */
const hostIntervalMillis = 5000;

/** True for figures that may no longer be so: the engine is lost or silent, or the figure is too old. */
export const isUsageStale = (state: State, usage: ContainerUsage | undefined): boolean =>
	state.containers.status === 'stale' ||
	state.connection.status === 'stale' ||
	(usage !== undefined && isOld(state, usage.atMillis, usage.intervalMillis));

/** As `isUsageStale`, for the machine. What a remote engine says of its machine does not age. */
export const isHostStale = (state: State): boolean => {
	const {connection, host, intervalMillis = 0} = state;
	if (connection.status === 'lost') return true;
	if (host?.origin !== 'local') return connection.status === 'stale';
	return isOld(state, host.atMillis, Math.max(intervalMillis, hostIntervalMillis));
};

const isOld = ({nowMillis, list}: State, atMillis: number, intervalMillis: number): boolean =>
	// Frozen figures are old on purpose, and the status line says so.
	list.frozen === undefined &&
	nowMillis - atMillis > Math.max(leastMillis, missedSamples * intervalMillis);
