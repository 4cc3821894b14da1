import type {State} from '../state.ts';
import type {LogSheet} from './log-sheet.ts';

/** The sheet as the state asks for it, what is on the screen first. */
export const readLogs = (sheet: LogSheet, {logs}: Pick<State, 'logs'>): LogSheet =>
	sheet.read(logs.query, logs.search, logs.held?.seq);
