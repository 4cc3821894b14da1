import type {EngineEvent} from '../model/engine-event.ts';
import {explainExit} from '../model/exit-code.ts';
import {shortId} from '../model/ids.ts';
import type {TimelineEntry} from '../model/timeline.ts';
import {formatDuration} from './duration.ts';

/** What happened, in words, without what it happened to: `exited with 137: killed (SIGKILL)`. */
export const entryWords = ({event}: TimelineEntry): string => {
	switch (event.kind) {
		case 'container.changed':
			return changes[event.action] ?? event.action;
		case 'container.died':
			return exitWords(event);
		case 'container.health':
			return event.health === 'unhealthy' ? 'unhealthy: its health check fails' : event.health;
		case 'container.oom':
			return 'out of memory: the kernel killed a process';
		case 'container.destroyed':
			return 'removed';
		case 'connection.lost':
			return `lost: ${event.reason}`;
		case 'connection.back':
			return `answers again after ${formatDuration(event.awayMillis)}`;
		case 'action.ended':
			return event.text;
	}
};

/** What it happened to: `shop/api`, a name, a short id; `engine` for the connection. Foreign text. */
export const entrySubject = ({event, name, project}: TimelineEntry): string => {
	if (name !== undefined) return project === undefined ? name : `${project}/${name}`;
	return 'ref' in event ? shortId(event.ref.id) : 'engine';
};

const exitWords = ({exitCode}: Extract<EngineEvent, {kind: 'container.died'}>): string => {
	if (exitCode === undefined) return 'exited';
	const meaning = explainExit(exitCode);
	return exitCode === 0 || meaning === undefined
		? `exited with ${exitCode}`
		: `exited with ${exitCode}: ${meaning}`;
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
