import type {ActionVerb, ContainerAction} from './container-action.ts';

/** What became of an action: the message, the timeline and the list of a bulk run all say this. */
export type ActionOutcome =
	| {readonly kind: 'done'; readonly tookMillis: number}
	/** It was already so, or another client was first. */
	| {readonly kind: 'unchanged'}
	/** Done, and this is what the health check says since. */
	| {readonly kind: 'healthy' | 'unhealthy'; readonly tookMillis: number}
	/** Done, and the health check has said nothing yet, or cannot be asked for that `reason`. */
	| {readonly kind: 'unsettled'; readonly tookMillis: number; readonly reason?: string}
	/** Done, and it stopped again soon after. */
	| {
			readonly kind: 'ended';
			readonly tookMillis: number;
			readonly exitCode?: number;
			/** Of its log, with secrets covered; foreign text. */
			readonly lastLines?: readonly string[];
	  }
	/** The engine said no, or was never asked: nothing was done. `reason` is foreign text. */
	| {readonly kind: 'failed'; readonly reason: string}
	/** No answer came: the engine may have done it. `found`: how it is since, where anybody knows. */
	| {readonly kind: 'unknown'; readonly reason: string; readonly found?: string}
	/** Never sent: it is gone, is not any more as it was when it was asked for, or is busy. */
	| {readonly kind: 'refused'; readonly reason: string}
	/** Never sent: the user stopped the bulk run. */
	| {readonly kind: 'cancelled'};

export const outcomeLevel = ({kind}: ActionOutcome): 'success' | 'info' | 'error' => levels[kind];

const levels = {
	done: 'success',
	healthy: 'success',
	unchanged: 'info',
	cancelled: 'info',
	unhealthy: 'error',
	unsettled: 'error',
	ended: 'error',
	failed: 'error',
	unknown: 'error',
	refused: 'error',
} as const;

/** What became of it, in one sentence. `name`: of the container, foreign text. */
export const sayOutcome = (
	action: ContainerAction,
	name: string,
	outcome: ActionOutcome,
): string => {
	const {verb} = action;
	const did = sayDone(action, name);
	switch (outcome.kind) {
		case 'done':
			return `${did} in ${seconds(outcome.tookMillis)}`;
		case 'unchanged':
			return `${name} was already ${past[verb]}`;
		case 'healthy':
			return `${did}, healthy again in ${seconds(outcome.tookMillis)}`;
		case 'unhealthy':
			return `${did}, but unhealthy after ${seconds(outcome.tookMillis)}`;
		case 'unsettled':
			return outcome.reason === undefined
				? `${did}, but not healthy after ${seconds(outcome.tookMillis)}`
				: `${did}, but health unknown: ${outcome.reason}`;
		case 'ended': {
			const code = outcome.exitCode === undefined ? '' : ` with ${outcome.exitCode}`;
			return `${did}, but ended${code} after ${seconds(outcome.tookMillis)}`;
		}
		case 'failed':
			return `${verb} ${name} failed: ${outcome.reason}`;
		case 'unknown': {
			const now = outcome.found ?? 'look at it when the engine answers';
			// The reason last: a line of the screen may have no room for it.
			return `${verb} ${name}: outcome unknown, ${now} (${outcome.reason})`;
		}
		case 'refused':
			return `${verb} ${name} refused: ${outcome.reason}`;
		case 'cancelled':
			return `${verb} ${name} cancelled`;
	}
};

const sayDone = (action: ContainerAction, name: string): string => {
	switch (action.verb) {
		case 'kill':
			return action.signal === undefined
				? `${past.kill} ${name}`
				: `sent ${action.signal} to ${name}`;
		case 'rename':
			return `${past.rename} ${name} to ${action.name}`;
		default:
			return `${past[action.verb]} ${name}`;
	}
};

export const past: Readonly<Record<ActionVerb, string>> = {
	start: 'started',
	stop: 'stopped',
	restart: 'restarted',
	pause: 'paused',
	unpause: 'unpaused',
	kill: 'killed',
	remove: 'removed',
	rename: 'renamed',
	update: 'updated',
};

/** `3.1s` */
export const seconds = (millis: number): string => `${(millis / 1000).toFixed(1)}s`;
