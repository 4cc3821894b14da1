import type {Action} from '../store/action.ts';
import {type Row, selectRows} from '../store/select-rows.ts';
import type {CommandContext} from './command.ts';

/** How long the order of the rows is left alone after a key. */
export const holdMillis = 2000;

/** After any key in the list: whoever presses one has just looked at where things are. */
export const holdList = ({state, dispatch, nowMillis}: CommandContext): void => {
	const {view, focus} = state.frame;
	if (view !== 'dashboard' || focus !== 'list') return;
	dispatch({type: 'list/held', untilMillis: nowMillis + holdMillis});
};

/** Moves the selection to a row; beyond the ends stays at the end. */
export const select = (context: CommandContext, index: number): void => {
	const rows = selectRows(context.state);
	const clamped = Math.max(0, Math.min(rows.length - 1, index));
	const row = rows[clamped];
	if (row === undefined) return;
	context.dispatch({type: 'selection/moved', row: row.id, index: clamped});
};

/** What selects this row, which is the one at `index`. */
export const selectingRow = (row: Row, index: number, nowMillis: number): readonly Action[] => [
	{type: 'list/held', untilMillis: nowMillis + holdMillis},
	{type: 'selection/moved', row: row.id, index},
];

/** Moves the selection by so many rows. */
export const selectBy = (context: CommandContext, rows: number): void =>
	select(context, cursorIndex(context) + rows);

/** Nobody has put the selection there where it has sunk out of sight: then the cursor comes in at the top. */
const cursorIndex = ({state, listRows = Number.POSITIVE_INFINITY}: CommandContext): number => {
	const {isTouched, selectedIndex} = state.list;
	if (isTouched || selectedIndex < listRows) return selectedIndex;
	return selectRows(state).findIndex(({kind}) => kind === 'container') - 1;
};
