import {engineMillis} from '../model/engine-clock.ts';
import type {LogLine} from '../model/log-line.ts';
import type {LogSourceId} from '../model/logs/log-source.ts';
import type {ArrivedLine} from '../store/logs/log-entry.ts';
import type {SyncContext} from './context.ts';

type LogContext = Pick<SyncContext, 'logs' | 'store' | 'clock'>;

/** Puts lines at the end of the log. */
export const appendLines = (context: LogContext, arrived: readonly ArrivedLine[]): void =>
	noting(context, arrived.at(-1)?.line, () => context.logs.append(arrived));

/** The same where all are of one source. */
export const appendOf = (
	context: LogContext,
	source: LogSourceId,
	lines: readonly LogLine[],
): void => noting(context, lines.at(-1), () => context.logs.appendOf(source, lines));

/** Where others had to go for them, there are older ones again. */
const noting = (
	{logs, store, clock}: LogContext,
	last: LogLine | undefined,
	append: () => void,
): void => {
	if (last === undefined) return;
	const {dropped} = logs;
	append();
	const writtenAtMillis = last.atMillis;
	if (writtenAtMillis !== undefined) {
		logs.rates.arrive(writtenAtMillis, engineMillis(clock.now(), store.getState().engine));
	}
	store.dispatch({type: 'logs/appended', version: logs.version});
	if (logs.dropped !== dropped && store.getState().logs.older === 'none')
		store.dispatch({type: 'logs/older-changed'});
};
