import {type ContainerDetails, isUpState} from '../container.ts';
import type {ContainerAction, LimitsChange} from './container-action.ts';

/**
 * Whether two inspects prove that it was done between them, be it by somebody else. False is no proof
 * of the opposite: the engine may be about to do it.
 */
export const isProved = (
	action: ContainerAction,
	before: ContainerDetails,
	after: ContainerDetails,
): boolean => {
	if (before.state === undefined || after.state === undefined) return false;
	const isUp = isUpState(after.state);
	const hasStarted =
		isUp && (after.startedAtMillis ?? 0) > (before.startedAtMillis ?? Number.NEGATIVE_INFINITY);
	switch (action.verb) {
		case 'start':
		case 'restart':
			return hasStarted;
		case 'stop':
			return isUpState(before.state) && !isUp;
		case 'kill':
			// Other signals leave no trace that is surely theirs.
			return endsIt(action.signal) && isUpState(before.state) && (!isUp || hasStarted);
		case 'pause':
			return before.state !== 'paused' && after.state === 'paused';
		case 'unpause':
			return before.state === 'paused' && after.state === 'running';
		case 'remove':
			// Then there is no inspect after it.
			return false;
		case 'rename':
			return after.name === action.name;
		case 'update':
			return (
				(action.limits === undefined || hasLimits(action.limits, before, after)) &&
				(action.restartPolicy === undefined || after.restartPolicy === policyText(action))
			);
	}
};

const endsIt = (signal = 'SIGKILL'): boolean => /^(SIG)?KILL$|^9$/.test(signal);

/** Where a limit was taken away there is none, or a higher one: all that the machine has. */
const hasLimits = (
	wanted: LimitsChange,
	before: ContainerDetails,
	after: ContainerDetails,
): boolean =>
	(['cpus', 'memoryBytes', 'pids'] as const).every(field => {
		const is = after.limits[field];
		if (wanted[field] !== 0) return wanted[field] === undefined || is === wanted[field];
		return is === undefined || is > (before.limits[field] ?? Number.POSITIVE_INFINITY);
	});

/** As an inspect tells it. */
const policyText = ({restartPolicy}: ContainerAction & {readonly verb: 'update'}): string => {
	if (restartPolicy?.name !== 'on-failure') return restartPolicy?.name ?? '';
	return restartPolicy.retries > 0 ? `on-failure:${restartPolicy.retries}` : 'on-failure';
};

/** How it is since, for a sentence; the name is foreign text. */
export const sayFound = ({verb}: ContainerAction, after: ContainerDetails): string => {
	if (verb === 'rename' && after.name !== undefined) return `its name is ${after.name} now`;
	if (verb === 'update') return 'its settings are not those asked for';
	return after.state === undefined ? 'it is still there' : `it is ${after.state} now`;
};
