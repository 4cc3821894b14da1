import {explainExit} from './exit-code.ts';
import type {TimelineEntry} from './timeline.ts';

/** What happened, in words, without what it happened to: `exited with 137: killed (SIGKILL)`. */
export const eventWords = (event: TimelineEntry['event']): string => {
	switch (event.kind) {
		case 'container.changed':
			return changes[event.action] ?? event.action;
		case 'container.died':
			return exitWords('exited with', event.exitCode);
		case 'container.health':
			return event.health === 'unhealthy' ? 'unhealthy: its health check fails' : event.health;
		case 'container.oom':
			return 'out of memory: the kernel killed a process';
		case 'container.destroyed':
			return 'removed';
		case 'connection.lost':
			return `lost: ${event.reason}`;
		case 'connection.back':
			return 'answers again';
		case 'action.ended':
			return event.text;
	}
};

/** `exit code 1: an error of the program`; of 0 and of unknown codes only the code. */
export const exitWords = (before: string, exitCode: number | undefined): string => {
	if (exitCode === undefined) return before.split(' ')[0] ?? '';
	const meaning = exitCode === 0 ? undefined : explainExit(exitCode);
	return `${before} ${exitCode}${meaning === undefined ? '' : `: ${meaning}`}`;
};

const changes: Readonly<Record<string, string>> = {
	create: 'created',
	start: 'started',
	pause: 'paused',
	unpause: 'goes on after a pause',
	rename: 'renamed',
	update: 'its limits or restart policy were changed',
	kill: 'was sent a signal',
};
