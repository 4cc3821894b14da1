import type {LogSheet} from '../store/logs/log-sheet.ts';
import type {ActionRequest} from '../store/state.ts';
import type {SyncContext} from './context.ts';
import {pumpLogs} from './logs.ts';
import {runAction} from './run-action.ts';
import {pumpSheet} from './sheet-work.ts';
import {startSupervisor} from './supervisor.ts';
import {pumpTicks} from './ticker.ts';

/** Everything that runs for one engine. */
export interface Session {
	/** Tries to connect now instead of at the end of the wait. */
	retry(): void;
	runAction(request: ActionRequest): void;
	/** Stops all pumps and frees the engine's sockets. */
	end(): Promise<void>;
}

interface SessionContext extends Omit<SyncContext, 'signal'> {
	/** What of the logs is shown. */
	readonly sheet: LogSheet;
}

export const startSession = ({sheet, ...context}: SessionContext): Session => {
	const life = new AbortController();
	context.history.clear();
	const inner: SyncContext = {...context, signal: life.signal};
	const supervisor = startSupervisor(inner);
	const pumps = Promise.all([
		supervisor.done,
		pumpLogs(inner),
		pumpSheet(inner, sheet),
		pumpTicks(inner, supervisor.resync),
	]);
	return {
		retry: supervisor.retry,
		runAction: request => void runAction(inner, request),
		async end() {
			life.abort();
			await pumps;
			context.engine.dispose();
		},
	};
};
