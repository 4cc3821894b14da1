import type {ColumnRow} from '../model/column-choice.ts';
import {choicesOf, columnRows, swapped, widened} from './column-rows.ts';
import type {Command, CommandContext} from './command.ts';
import {moveChoice} from './move-choice.ts';
import {closing} from './overlay-commands.ts';
import {topOverlay} from './top-overlay.ts';

/** What is chosen is seen at once in the list behind. */
const show = (context: CommandContext, rows: readonly ColumnRow[], index: number): void => {
	context.dispatch({type: 'overlay/changed', overlay: {kind: 'columns', index, rows}});
	context.dispatch({type: 'list/columns-chosen', columns: choicesOf(rows)});
};

const moveCursor = (context: CommandContext, step: number): void => {
	const overlay = topOverlay(context, 'columns');
	if (overlay !== undefined) moveChoice(context, 'columns', overlay.rows, step);
};

const moveColumn = (context: CommandContext, step: 1 | -1): void => {
	const overlay = topOverlay(context, 'columns');
	if (overlay === undefined) return;
	const rows = swapped(overlay.rows, overlay.index, step);
	if (rows !== overlay.rows) show(context, rows, overlay.index + step);
};

/** The row under the cursor becomes another one. */
const change = (context: CommandContext, to: (row: ColumnRow) => ColumnRow): void => {
	const overlay = topOverlay(context, 'columns');
	const row = overlay?.rows[overlay.index];
	if (overlay === undefined || row === undefined) return;
	show(context, overlay.rows.with(overlay.index, to(row)), overlay.index);
};

const resize = (context: CommandContext, step: 1 | -1): void =>
	change(context, row => {
		const facts = context.columns.find(({id}) => id === row.id);
		return facts === undefined ? row : widened(row, facts, step);
	});

const toggle = (context: CommandContext): void =>
	change(context, row => {
		const isFixed = context.columns.some(({id, isFixed}) => id === row.id && isFixed);
		return isFixed ? row : {...row, isShown: !row.isShown};
	});

const base = {group: 'list', scope: 'columns'} as const;

export const columnCommands: readonly Command[] = [
	{
		...{id: 'list.columns', title: 'Columns: which, in what order, how wide', hint: 'columns'},
		...{group: 'list', scope: 'list', keys: ['c'], footer: 67},
		run({state, dispatch, columns}) {
			const rows = columnRows(columns, state.list.columns);
			dispatch({type: 'overlay/opened', overlay: {kind: 'columns', index: 0, rows}});
		},
	},
	{
		...{...base, id: 'columns.toggle', title: 'Show or hide it', hint: 'show/hide'},
		...{keys: ['space'], footer: 10},
		run: toggle,
	},
	{
		...{...base, id: 'columns.later', title: 'Further to the right', hint: 'move right'},
		...{keys: ['J', '>'], footer: 12},
		run: context => moveColumn(context, 1),
	},
	{
		...{...base, id: 'columns.earlier', title: 'Further to the left', hint: 'move left'},
		...{keys: ['K', '<'], footer: 14},
		run: context => moveColumn(context, -1),
	},
	{
		...{...base, id: 'columns.wider', title: 'Wider', hint: 'wider'},
		...{keys: ['right'], footer: 16},
		run: context => resize(context, 1),
	},
	{
		...{...base, id: 'columns.narrower', title: 'Narrower', hint: 'narrower'},
		...{keys: ['left'], footer: 17},
		run: context => resize(context, -1),
	},
	{
		...{...base, id: 'columns.reset', title: 'As they were at first', hint: 'reset'},
		...{keys: ['r'], footer: 18},
		run({dispatch, columns}) {
			const rows = columnRows(columns, undefined);
			dispatch({type: 'overlay/changed', overlay: {kind: 'columns', index: 0, rows}});
			dispatch({type: 'list/columns-chosen'});
		},
	},
	{
		...{...base, id: 'columns.up', title: 'Up one', keys: ['up', 'k']},
		run: context => moveCursor(context, -1),
	},
	{
		...{...base, id: 'columns.down', title: 'Down one', keys: ['down', 'j']},
		run: context => moveCursor(context, 1),
	},
	closing('columns', ['escape', 'c', 'q', 'enter']),
];
