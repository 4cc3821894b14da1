import type {ActionVerb} from '../../model/act/container-action.ts';

/** An action under way on one container. */
export interface Task {
	readonly id: number;
	readonly verb: ActionVerb;
	readonly sinceMillis: number;
	/** The engine is done, the health check is not. */
	readonly waitsForHealth: boolean;
}

/** Waiting for a health check gives way to what is wanted now; the engine at work does not. */
export const isAtWork = (task: Task | undefined): task is Task =>
	task !== undefined && !task.waitsForHealth;

export type MessageLevel = 'success' | 'info' | 'error';

export interface Message {
	readonly id: number;
	readonly atMillis: number;
	readonly level: MessageLevel;
	readonly text: string;
	/** Lines that only the message list shows. */
	readonly details?: readonly string[];
	/** Gone from the status line; the message list keeps it. */
	readonly isDismissed: boolean;
}

export const maxMessages = 200;
