import {type ContainerDetails, type ContainerState, isUpState} from '../container.ts';
import type {ContainerAction} from './container-action.ts';

/** What was known of a container when the user was asked. */
export interface Seen {
	readonly state: ContainerState;
	readonly startedAtMillis?: number;
	/** Starts by its restart policy. */
	readonly restartCount?: number;
}

/**
 * Why the action would not do any more what the user was asked about; undefined while it does. What
 * the engine itself tells apart, as stopping what has stopped, is left to it.
 */
export const whyNotMeant = (
	{verb}: ContainerAction,
	seen: Seen,
	now: ContainerDetails,
): string | undefined => {
	if (now.state === undefined) return undefined;
	const wasUp = isUpState(seen.state);
	const isUp = isUpState(now.state);
	switch (verb) {
		case 'restart':
			// It would start what somebody has stopped, or interrupt once more what was just started.
			if (wasUp && !isUp) return `it has stopped since (${now.state})`;
			return wasUp && wasRestarted(seen, now) ? 'it has been restarted since' : undefined;
		case 'kill':
			return wasUp && !isUp ? `it has stopped since (${now.state})` : undefined;
		case 'remove':
			return !wasUp && isUp ? `it has been started since (${now.state})` : undefined;
		default:
			return undefined;
	}
};

/** By somebody, not by its restart policy: the engine counts those starts. */
const wasRestarted = (seen: Seen, now: ContainerDetails): boolean =>
	seen.startedAtMillis !== undefined &&
	now.startedAtMillis !== undefined &&
	now.startedAtMillis > seen.startedAtMillis &&
	(now.restartCount ?? 0) <= (seen.restartCount ?? 0);
