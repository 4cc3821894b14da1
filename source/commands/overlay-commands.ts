import {naturalSort, sortFields} from '../model/sort.ts';
import type {Command, CommandContext, Scope} from './command.ts';
import {topOverlay} from './top-overlay.ts';

/** Keys that are pressed by habit or held down must not answer a question that has just appeared. */
const deafMillis = 300;

const closing = (scope: Scope, keys: readonly string[]): Command => ({
	id: `${scope}.close`,
	title: 'Close',
	hint: 'close',
	group: 'other',
	scope,
	keys,
	footer: 20,
	run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
});

type Scrolled = 'help' | 'messages' | 'entry';

const scroll = (context: CommandContext, kind: Scrolled, lines: number): void => {
	const overlay = topOverlay(context, kind);
	if (overlay === undefined) return;
	const moved = Math.max(0, Math.min(context.overlayOverflow, overlay.top + lines));
	context.dispatch({type: 'overlay/changed', overlay: {...overlay, top: moved}});
};

const page = 10;

const scrolling = (scope: Scrolled): readonly Command[] => {
	const steps = [
		{verb: 'up', title: 'Up one line', keys: ['up', 'k'], lines: -1},
		{verb: 'down', title: 'Down one line', keys: ['down', 'j'], lines: 1},
		{verb: 'page-up', title: 'Up ten lines', keys: ['pageup'], lines: -page},
		{verb: 'page-down', title: 'Down ten lines', keys: ['pagedown', 'space'], lines: page},
	];
	return steps.map(({verb, title, keys, lines}) => ({
		id: `${scope}.${verb}`,
		title,
		group: 'move',
		scope,
		keys,
		run: context => scroll(context, scope, lines),
	}));
};

const moveSort = (context: CommandContext, step: number): void => {
	const overlay = topOverlay(context, 'sort');
	if (overlay === undefined) return;
	const index = (overlay.index + step + sortFields.length) % sortFields.length;
	context.dispatch({type: 'overlay/changed', overlay: {kind: 'sort', index}});
};

export const overlayCommands: readonly Command[] = [
	...scrolling('help'),
	...scrolling('messages'),
	...scrolling('entry'),
	closing('help', ['escape', '?', 'q', 'enter']),
	closing('messages', ['escape', 'h', 'q', 'enter']),
	closing('entry', ['escape', 'q', 'enter']),
	{
		id: 'entry.raw',
		title: 'Show control bytes',
		hint: 'raw',
		group: 'logs',
		scope: 'entry',
		keys: ['R'],
		footer: 30,
		run: ({state, dispatch}) =>
			dispatch({type: 'logs/looked', look: {isRaw: !state.logs.look.isRaw}}),
	},
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
	{
		id: 'sort.up',
		title: 'Up one field',
		group: 'list',
		scope: 'sort',
		keys: ['up', 'k', 'O'],
		run: context => moveSort(context, -1),
	},
	{
		id: 'sort.down',
		title: 'Down one field',
		group: 'list',
		scope: 'sort',
		keys: ['down', 'j', 'o'],
		run: context => moveSort(context, 1),
	},
	closing('sort', ['escape', 'q']),
	{
		id: 'filter.keep',
		title: 'Keep the filter',
		hint: 'keep',
		group: 'list',
		scope: 'filter',
		keys: ['enter'],
		footer: 10,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
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
		id: 'confirm.yes',
		title: 'Yes, do it',
		hint: 'yes',
		group: 'act',
		scope: 'confirm',
		keys: ['y'],
		needsTarget: true,
		acts: true,
		footer: 10,
		run(context) {
			const overlay = topOverlay(context, 'confirm');
			if (overlay === undefined || context.nowMillis < overlay.sinceMillis + deafMillis) return;
			context.dispatch({type: 'overlay/closed'});
			context.effects.runAction(overlay.confirm.request);
		},
	},
	{
		id: 'confirm.no',
		title: 'No',
		hint: 'no',
		group: 'act',
		scope: 'confirm',
		keys: ['n', 'escape', 'enter', 'q'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
	{
		id: 'connection.retry',
		title: 'Try the engine again now',
		hint: 'retry now',
		group: 'other',
		scope: 'unreachable',
		keys: ['R'],
		footer: 10,
		run: ({effects}) => effects.retry(),
	},
	{
		id: 'connection.demo',
		title: 'Look around in the demo engine',
		hint: 'demo',
		group: 'other',
		scope: 'unreachable',
		keys: ['D'],
		footer: 20,
		// The figures of a lost engine are worth more than those of a demo.
		disabled: ({containers}) =>
			containers.status === 'loading'
				? undefined
				: 'the engine has answered before; dockmon --demo opens the demo',
		run: ({effects}) => effects.startDemo(),
	},
];
