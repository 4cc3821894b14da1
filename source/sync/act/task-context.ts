import type {SyncContext} from '../context.ts';

/** What is under way on one container. */
export interface TaskContext extends SyncContext {
	/** False once the task was given up for another one, or for good. */
	readonly isMine: () => boolean;
	readonly startedAtMillis: number;
}
