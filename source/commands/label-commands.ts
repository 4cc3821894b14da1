import type {Command} from './command.ts';
import {topOverlay} from './top-overlay.ts';

/** The line where a label is typed that the list is to be divided by: those with many values are not offered. */
export const labelCommands: readonly Command[] = [
	{
		id: 'grouping.type',
		title: 'Group by a label that is typed',
		hint: 'type a label',
		group: 'list',
		scope: 'grouping',
		keys: ['/', 'l'],
		footer: 15,
		run: ({dispatch}) => dispatch({type: 'overlay/opened', overlay: {kind: 'label', text: ''}}),
	},
	{
		id: 'label.group',
		title: 'Group by the label',
		hint: 'group',
		group: 'list',
		scope: 'label',
		keys: ['enter'],
		footer: 10,
		run(context) {
			const label = topOverlay(context, 'label')?.text.trim() ?? '';
			if (label === '') return;
			// The list of what is offered stands below.
			context.dispatch({type: 'overlay/closed'});
			context.dispatch({type: 'overlay/closed'});
			context.dispatch({type: 'list/grouped', grouping: {kind: 'label', label}});
		},
	},
	{
		id: 'label.cancel',
		title: 'Back to what is offered',
		hint: 'cancel',
		group: 'list',
		scope: 'label',
		keys: ['escape'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
];
