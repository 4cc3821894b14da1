import type {CommandContext} from './command.ts';

/** Puts the cursor of the log on an entry; the view scrolls as little as needed to show it. */
export const holdEntry = ({state, logs, pageRows, dispatch}: CommandContext, seq: number): void => {
	const {held} = state.logs;
	const last = pageRows - 1;
	const from = held === undefined ? logs.count - 1 : logs.indexOf(held.seq);
	const row = (held?.row ?? last) + logs.indexOf(seq) - from;
	dispatch({type: 'logs/held', held: {seq, row: Math.max(0, Math.min(last, row))}});
};
