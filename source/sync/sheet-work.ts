import {setImmediate as nextTurn} from 'node:timers/promises';
import type {LogSheet} from '../store/logs/log-sheet.ts';
import type {State} from '../store/state.ts';
import type {SyncContext} from './context.ts';
import {when} from './when.ts';

/** Keys and lines that come in between wait so long at most. */
const sliceMillis = 4;
/** Looked at between two looks at the clock. */
const sliceEntries = 250;

/** Looks through what of a long log was not looked at yet, in slices, and tells when there is more to show. */
export const pumpSheet = async (
	{store, clock, logs, signal}: SyncContext,
	sheet: LogSheet,
): Promise<void> => {
	const isLeft = ({logs: {query, search, held}}: State): boolean =>
		!sheet.read(query, search, held?.seq).isComplete;
	while (!signal.aborted) {
		await when(store, isLeft, signal);
		await nextTurn();
		if (signal.aborted) return;
		const startedAtMillis = clock.now();
		let isNews = false;
		do isNews = sheet.work(sliceEntries) || isNews;
		while (!sheet.isComplete && clock.now() - startedAtMillis < sliceMillis);
		if (isNews) store.dispatch({type: 'logs/appended', version: logs.version});
	}
};
