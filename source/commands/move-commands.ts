import type {ContainerRow, HeadingRow} from '../store/select-rows.ts';
import {selectRows} from '../store/select-rows.ts';
import {selectedRow} from '../store/select-target.ts';
import type {Command, CommandContext} from './command.ts';
import {select, selectBy} from './select-row.ts';

const fold = (context: CommandContext, wanted: boolean): void => {
	const row = selectedRow(context.state);
	const heading = row?.kind === 'container' ? headingOf(context, row) : row;
	if (heading === undefined || heading.isFolded === wanted) return;
	// Its place does not change by this: only rows below it come or go.
	select(context, selectRows(context.state).indexOf(heading));
	context.dispatch({type: 'list/folded', group: heading.id});
};

/** Of its service where that has a heading, else of its project; the one of another service may stand between. */
const headingOf = (context: CommandContext, row: ContainerRow): HeadingRow | undefined => {
	const kind = row.isReplica ? 'service' : 'project';
	const rows = selectRows(context.state);
	return rows
		.slice(0, rows.indexOf(row))
		.filter(each => each.kind !== 'container')
		.findLast(heading => heading.kind === kind);
};

const lots = Number.MAX_SAFE_INTEGER;

interface Movement {
	readonly verb: string;
	readonly title: string;
	readonly keys: readonly string[];
	readonly amount: (context: CommandContext) => number;
}

const movements: readonly Movement[] = [
	{verb: 'up', title: 'Up one row or log entry', keys: ['up', 'k'], amount: () => -1},
	{verb: 'down', title: 'Down one row or log entry', keys: ['down', 'j'], amount: () => 1},
	{verb: 'page-up', title: 'Up one page', keys: ['pageup'], amount: ({pageRows}) => -pageRows},
	{verb: 'page-down', title: 'Down one page', keys: ['pagedown'], amount: ({pageRows}) => pageRows},
	{verb: 'first', title: 'To the top', keys: ['g', 'home'], amount: () => -lots},
	{verb: 'last', title: 'To the end', keys: ['G', 'end'], amount: () => lots},
];

export const moveCommands: readonly Command[] = [
	...movements.map(
		({verb, title, keys, amount}): Command => ({
			id: `selection.${verb}`,
			title,
			group: 'move',
			scope: 'list',
			keys,
			run: context => selectBy(context, amount(context)),
		}),
	),
	{
		id: 'group.fold',
		title: 'Close the project or service',
		group: 'list',
		scope: 'list',
		keys: ['left'],
		run: context => fold(context, true),
	},
	{
		id: 'group.unfold',
		title: 'Open the project or service',
		group: 'list',
		scope: 'list',
		keys: ['right'],
		run: context => fold(context, false),
	},
];
