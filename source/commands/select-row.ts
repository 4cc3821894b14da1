import {selectRows} from '../store/select-rows.ts';
import type {CommandContext} from './command.ts';

/** How long the order of the rows is left alone after a key. */
const holdMillis = 2000;

/** Moves the selection to a row; beyond the ends stays at the end. */
export const select = (context: CommandContext, index: number): void => {
	const rows = selectRows(context.state);
	const clamped = Math.max(0, Math.min(rows.length - 1, index));
	const row = rows[clamped];
	if (row === undefined) return;
	context.dispatch({type: 'list/held', untilMillis: context.nowMillis + holdMillis});
	context.dispatch({type: 'selection/moved', row: row.id, index: clamped});
};

export const selectBy = (context: CommandContext, rows: number): void =>
	select(context, context.state.list.selectedIndex + rows);
