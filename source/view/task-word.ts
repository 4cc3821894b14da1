import type {Task} from '../store/state.ts';

/** What is being done to a container, in one word. */
export const taskWord = (task: Task): string => {
	if (task.waitsForHealth) return 'checking';
	return {start: 'starting', stop: 'stopping', restart: 'restarting'}[task.verb];
};
