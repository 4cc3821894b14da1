import {groupingKey} from '../model/grouping.ts';
import {known} from '../model/known.ts';
import {sortFields} from '../model/sort.ts';
import {groupings} from '../store/groupings.ts';
import {everyTarget, selectionTarget} from '../store/logs/select-target.ts';
import {selectedKeys, selectedRow} from '../store/select-target.ts';
import type {Command} from './command.ts';
import {openLogs} from './open-logs.ts';
import {select} from './select-row.ts';

export const listCommands: readonly Command[] = [
	{
		id: 'row.open',
		title: 'Open in full, or fold the group',
		hint: 'open',
		group: 'look',
		scope: 'list',
		keys: ['enter'],
		footer: 10,
		disabled: state => (selectedRow(state) === undefined ? 'the list is empty' : undefined),
		run(context) {
			const {state, dispatch} = context;
			const row = selectedRow(state);
			if (row === undefined) return;
			if (row.kind !== 'container') return dispatch({type: 'list/folded', group: row.id});
			dispatch({type: 'logs/pinned', ...known('target', selectionTarget(state))});
			dispatch({type: 'frame/focused', pane: 'logs'});
			dispatch({type: 'frame/zoomed', zoomed: true});
		},
	},
	{
		id: 'row.mark',
		title: 'Mark or unmark, for logs side by side',
		hint: 'mark',
		group: 'list',
		scope: 'list',
		keys: ['space'],
		footer: 57,
		disabled: state => (selectedRow(state) === undefined ? 'the list is empty' : undefined),
		run(context) {
			context.dispatch({type: 'list/marked', keys: selectedKeys(context.state)});
			select(context, context.state.list.selectedIndex + 1);
		},
	},
	{
		id: 'list.logs',
		title: 'Logs of all that the list shows',
		hint: 'all logs',
		group: 'look',
		scope: 'list',
		keys: ['L'],
		disabled: state => (everyTarget(state) === undefined ? 'the list is empty' : undefined),
		run: context => openLogs(context, everyTarget(context.state)),
	},
	{
		id: 'list.filter',
		title: 'Filter: text !not status:exited cpu>50',
		hint: 'filter',
		keywords: 'search',
		group: 'list',
		scope: 'list',
		keys: ['/'],
		footer: 44,
		run({state, dispatch}) {
			const {text} = state.list.filter;
			dispatch({type: 'overlay/opened', overlay: {kind: 'filter', text, before: text}});
		},
	},
	{
		id: 'list.sort',
		title: 'Choose what the list is sorted by',
		hint: 'sort',
		keywords: 'order',
		group: 'list',
		scope: 'list',
		keys: ['o'],
		footer: 55,
		run({state, dispatch}) {
			const index = sortFields.indexOf(state.list.sort.field);
			dispatch({type: 'overlay/opened', overlay: {kind: 'sort', index}});
		},
	},
	{
		id: 'list.reverse',
		title: 'Reverse the order',
		group: 'list',
		scope: 'list',
		keys: ['O'],
		run({state, dispatch, nowMillis}) {
			const {field, descending} = state.list.sort;
			dispatch({type: 'list/sorted', sort: {field, descending: !descending}, atMillis: nowMillis});
		},
	},
	{
		id: 'list.group',
		title: 'Group by project, network, state, label',
		hint: 'group',
		group: 'list',
		scope: 'list',
		keys: ['b'],
		footer: 66,
		run({state, dispatch}) {
			const key = groupingKey(state.list.grouping);
			const index = groupings(state).findIndex(each => groupingKey(each.grouping) === key);
			dispatch({type: 'overlay/opened', overlay: {kind: 'grouping', index: Math.max(0, index)}});
		},
	},
	{
		id: 'list.stopped',
		title: 'All containers or only running ones',
		hint: 'all/running',
		group: 'list',
		scope: 'list',
		keys: ['a'],
		footer: 60,
		run: ({dispatch}) => dispatch({type: 'list/stopped-toggled'}),
	},
	{
		id: 'list.freeze',
		title: 'Freeze figures and order, or go on',
		hint: 'freeze',
		keywords: 'pause hold',
		group: 'list',
		scope: 'global',
		keys: ['z'],
		footer: 65,
		run: ({dispatch, nowMillis}) => dispatch({type: 'list/freeze-toggled', atMillis: nowMillis}),
	},
];
