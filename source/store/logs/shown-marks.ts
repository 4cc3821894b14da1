import type {LogSheet} from './log-sheet.ts';
import type {LogsState} from './logs-state.ts';

/** The marked entries that can be gone to, in no order: not those that are hidden or no longer kept. */
export const shownMarks = ({marks}: LogsState, logs: LogSheet): readonly number[] =>
	[...marks].filter(seq => logs.at(logs.indexOf(seq))?.seq === seq);
