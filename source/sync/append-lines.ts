import {engineMillis} from '../model/engine-clock.ts';
import type {ArrivedLine} from '../store/logs/log-entry.ts';
import type {SyncContext} from './context.ts';

/** Puts lines at the end of the log. Where others had to go for them, there are older ones again. */
export const appendLines = (
	{logs, store, clock}: Pick<SyncContext, 'logs' | 'store' | 'clock'>,
	arrived: readonly ArrivedLine[],
): void => {
	if (arrived.length === 0) return;
	const {dropped} = logs;
	logs.append(arrived);
	const writtenAtMillis = arrived.at(-1)?.line.atMillis;
	if (writtenAtMillis !== undefined) {
		logs.rates.arrive(writtenAtMillis, engineMillis(clock.now(), store.getState().engine));
	}
	store.dispatch({type: 'logs/appended', version: logs.version});
	if (logs.dropped !== dropped && store.getState().logs.older === 'none')
		store.dispatch({type: 'logs/older-changed'});
};
