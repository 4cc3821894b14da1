import type {ActionRequest} from '../store/act/action-request.ts';
import type {LogSheet} from '../store/logs/log-sheet.ts';
import {pumpClients} from './act/pump-clients.ts';
import {runAction} from './act/run-action.ts';
import {BulkRunner} from './act/run-bulk.ts';
import type {SyncContext} from './context.ts';
import {Deaths} from './deaths.ts';
import {pumpDetail} from './detail/pump.ts';
import {pumpReveal} from './detail/reveal.ts';
import {pumpFiles} from './files/pump-files.ts';
import type {LogBeginning} from './log-followers.ts';
import {startLogs} from './logs.ts';
import {pumpNames} from './name-work.ts';
import {pumpSheet} from './sheet-work.ts';
import {startSupervisor} from './supervisor.ts';
import {pumpTicks} from './ticker.ts';

/** Everything that runs for one engine. */
export interface Session {
	/** Tries to connect now instead of at the end of the wait. */
	retry(): void;
	runAction(request: ActionRequest): void;
	readonly bulk: Pick<BulkRunner, 'begin' | 'retry' | 'cancel'>;
	/** Loads a window of lines from before the first of the log that is shown. */
	loadOlder(): void;
	/** Stops all pumps and frees the engine's sockets. */
	end(): Promise<void>;
}

interface SessionContext extends Omit<SyncContext, 'signal' | 'deaths'> {
	/** What of the logs is shown. */
	readonly sheet: LogSheet;
}

export const startSession = ({sheet, ...context}: SessionContext): Session => {
	const life = new AbortController();
	context.history.clear();
	const inner: SyncContext = {...context, deaths: new Deaths(), signal: life.signal};
	const supervisor = startSupervisor(inner);
	const logs = startLogs(inner);
	const pumps = Promise.all([
		supervisor.done,
		logs.done,
		pumpSheet(inner, sheet),
		pumpDetail(inner),
		pumpReveal(inner),
		pumpFiles(inner),
		pumpClients(inner),
		pumpNames(inner),
		pumpTicks(inner, supervisor.resync),
	]);
	return {
		retry: supervisor.retry,
		runAction: request => void runAction(inner, request),
		bulk: new BulkRunner(inner),
		loadOlder: logs.loadOlder,
		async end() {
			life.abort();
			await pumps;
			context.engine.dispose();
		},
	};
};

/** Follows the log that is pinned, and nothing else: no figures are asked for. `beginning`: where. */
export const startLogSession = (
	context: Omit<SyncContext, 'signal' | 'deaths'>,
	beginning: LogBeginning,
): Pick<Session, 'end'> => {
	const life = new AbortController();
	const inner: SyncContext = {...context, deaths: new Deaths(), signal: life.signal};
	const supervisor = startSupervisor(inner, 'containers');
	const pumps = Promise.all([
		supervisor.done,
		startLogs(inner, beginning).done,
		pumpTicks(inner, supervisor.resync),
	]);
	return {
		async end() {
			life.abort();
			await pumps;
		},
	};
};
