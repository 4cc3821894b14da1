import {naturalSort, sortFields} from '../model/sort.ts';
import {groupings} from '../store/groupings.ts';
import type {Command, CommandContext} from './command.ts';
import {moveChoice} from './move-choice.ts';
import {closing} from './overlay-commands.ts';
import {topOverlay} from './top-overlay.ts';
import {recall} from './type-text.ts';

type Picker = 'sort' | 'grouping';

const move = (context: CommandContext, kind: Picker, step: number): void =>
	moveChoice(context, kind, kind === 'sort' ? sortFields : groupings(context.state), step);

/** The key that has opened it moves it on. */
const moving = (kind: Picker, key: string): readonly Command[] => [
	{
		...{id: `${kind}.up`, title: 'Up one', group: 'list', scope: kind},
		keys: ['up', 'k', key.toUpperCase()],
		run: context => move(context, kind, -1),
	},
	{
		...{id: `${kind}.down`, title: 'Down one', group: 'list', scope: kind},
		keys: ['down', 'j', key],
		run: context => move(context, kind, 1),
	},
	closing(kind, ['escape', 'q']),
];

export const listOverlayCommands: readonly Command[] = [
	{
		id: 'sort.choose',
		title: 'Sort by this',
		hint: 'sort',
		group: 'list',
		scope: 'sort',
		keys: ['enter', 'space'],
		footer: 10,
		run(context) {
			const field = sortFields[topOverlay(context, 'sort')?.index ?? 0];
			context.dispatch({type: 'overlay/closed'});
			if (field === undefined) return;
			const sort = naturalSort(field);
			context.dispatch({type: 'list/sorted', sort, atMillis: context.nowMillis});
		},
	},
	...moving('sort', 'o'),
	{
		id: 'grouping.choose',
		title: 'Group by this',
		hint: 'group',
		group: 'list',
		scope: 'grouping',
		keys: ['enter', 'space'],
		footer: 10,
		run(context) {
			const choice = groupings(context.state)[topOverlay(context, 'grouping')?.index ?? 0];
			context.dispatch({type: 'overlay/closed'});
			if (choice !== undefined) {
				context.dispatch({type: 'list/grouped', grouping: choice.grouping});
			}
		},
	},
	...moving('grouping', 'b'),
	{
		id: 'filter.keep',
		title: 'Keep the filter',
		hint: 'keep',
		group: 'list',
		scope: 'filter',
		keys: ['enter'],
		footer: 10,
		run(context) {
			const text = topOverlay(context, 'filter')?.text.trim() ?? '';
			context.dispatch({type: 'overlay/closed'});
			if (text !== '') context.dispatch({type: 'list/filter-kept', text});
		},
	},
	{
		id: 'filter.cancel',
		title: 'Back to the filter of before',
		hint: 'cancel',
		group: 'list',
		scope: 'filter',
		keys: ['escape'],
		footer: 20,
		run(context) {
			const overlay = topOverlay(context, 'filter');
			context.dispatch({type: 'overlay/closed'});
			if (overlay) context.dispatch({type: 'list/filtered', text: overlay.before});
		},
	},
	{
		...{id: 'filter.older', title: 'What was filtered by before', hint: 'older'},
		...{group: 'list', scope: 'filter', keys: ['up'], footer: 30},
		run: context => recall(context, 1),
	},
	{
		...{id: 'filter.newer', title: 'What was filtered by after it'},
		...{group: 'list', scope: 'filter', keys: ['down']},
		run: context => recall(context, -1),
	},
];
