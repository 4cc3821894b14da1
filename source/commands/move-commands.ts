import type {ContainerRow, HeadingRow, Row} from '../store/select-rows.ts';
import {selectRows} from '../store/select-rows.ts';
import {selectedRow} from '../store/select-target.ts';
import type {State} from '../store/state.ts';
import type {Command, CommandContext} from './command.ts';
import {movements} from './movements.ts';
import {select, selectBy} from './select-row.ts';

const fold = (context: CommandContext, wanted: boolean): void => {
	const row = selectedRow(context.state);
	const heading = row?.kind === 'container' ? headingOf(context, row) : row;
	if (heading === undefined || heading.isFolded === wanted) return;
	// Its place does not change by this: only rows below it come or go.
	select(context, selectRows(context.state).indexOf(heading));
	context.dispatch({type: 'list/folded', group: heading.id});
};

/** Of its service where that has a heading, else of its group; the one of another service may stand between. */
const headingOf = (context: CommandContext, row: ContainerRow): HeadingRow | undefined => {
	const rows = selectRows(context.state);
	return rows
		.slice(0, rows.indexOf(row))
		.filter(each => each.kind !== 'container')
		.findLast(heading => row.isReplica === (heading.kind === 'service'));
};

/** Services stay as they are: what is closed above them hides them anyway. */
function foldAll({state, dispatch}: CommandContext): void {
	const headings = selectRows(state).filter(isGroupHeading);
	const isAnyOpen = headings.some(({isFolded}) => !isFolded);
	const others = [...state.list.folded].filter(id => !headings.some(heading => heading.id === id));
	const folded = isAnyOpen ? headings.map(({id}) => id) : [];
	dispatch({type: 'list/all-folded', groups: [...others, ...folded]});
}

const hasHeadings = (state: State): boolean => selectRows(state).some(isGroupHeading);

const isGroupHeading = (row: Row): row is HeadingRow =>
	row.kind === 'project' || row.kind === 'group';

/** In the log they go by entries. */
const titleOf = (verb: string, title: string): string =>
	verb === 'up' || verb === 'down' ? `${title} or log entry` : title;

export const moveCommands: readonly Command[] = [
	...movements.map(
		({verb, title, keys, amount}): Command => ({
			id: `selection.${verb}`,
			title: titleOf(verb, title),
			group: 'move',
			scope: 'list',
			keys,
			run: context => selectBy(context, amount(context)),
		}),
	),
	{
		id: 'group.fold',
		title: 'Close the group or service',
		group: 'list',
		scope: 'list',
		keys: ['left'],
		run: context => fold(context, true),
	},
	{
		id: 'group.unfold',
		title: 'Open the group or service',
		group: 'list',
		scope: 'list',
		keys: ['right'],
		run: context => fold(context, false),
	},
	{
		id: 'group.fold-all',
		title: 'Close or open all groups',
		group: 'list',
		scope: 'list',
		keys: ['+'],
		disabled: state => (hasHeadings(state) ? undefined : 'the list has no groups'),
		run: foldAll,
	},
];
