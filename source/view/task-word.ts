import type {ActionVerb} from '../model/act/container-action.ts';
import type {Task} from '../store/act/act-state.ts';

/** What is being done to a container, in one word. */
export const taskWord = (task: Task): string =>
	task.waitsForHealth ? 'checking' : underWay[task.verb];

export const underWay: Readonly<Record<ActionVerb, string>> = {
	start: 'starting',
	stop: 'stopping',
	restart: 'restarting',
	pause: 'pausing',
	unpause: 'unpausing',
	kill: 'killing',
	remove: 'removing',
	rename: 'renaming',
	update: 'updating',
};
