import {shellWords} from '../../format/shell-words.ts';
import type {Command, CommandContext} from '../command.ts';
import {moveChoice} from '../move-choice.ts';
import {topOverlay} from '../top-overlay.ts';
import {menuContent} from './menu.ts';
import type {MenuItem} from './menu-item.ts';

const choose = (context: CommandContext, item: MenuItem | undefined): void => {
	if (item === undefined) return;
	const {dispatch, nowMillis: atMillis} = context;
	if (item.disabled !== undefined) {
		const text = `${item.title}: ${item.disabled}`;
		dispatch({type: 'message/added', level: 'info', text, atMillis});
		return;
	}
	dispatch({type: 'overlay/closed'});
	item.run(context);
};

const itemsOf = (context: CommandContext): readonly MenuItem[] => {
	const overlay = topOverlay(context, 'menu');
	return overlay === undefined ? [] : menuContent(context.state, overlay).items;
};

const chosen = (context: CommandContext): MenuItem | undefined =>
	itemsOf(context)[topOverlay(context, 'menu')?.index ?? 0];

/** Chooses what has this key in the menu that is open; true where one is. */
export const chooseByKey = (context: CommandContext, chord: string): boolean => {
	const overlay = topOverlay(context, 'menu');
	if (overlay === undefined) return false;
	const items = itemsOf(context);
	const index = items.findIndex(({key}) => key === chord);
	if (index < 0) return true;
	context.dispatch({type: 'overlay/changed', overlay: {...overlay, index}});
	if (!context.isTargetHidden) choose(context, items[index]);
	return true;
};

const move = (context: CommandContext, step: number): void =>
	moveChoice(context, 'menu', itemsOf(context), step);

/** Letters are those of the items. */
export const menuCommands: readonly Command[] = [
	{
		id: 'menu.choose',
		title: 'Choose this',
		hint: 'choose',
		group: 'act',
		scope: 'menu',
		keys: ['enter'],
		needsTarget: true,
		footer: 10,
		run: context => choose(context, chosen(context)),
	},
	{
		id: 'menu.copy',
		title: 'Copy the command that does it',
		hint: 'copy it',
		group: 'act',
		scope: 'menu',
		keys: ['ctrl+y'],
		footer: 30,
		run(context) {
			const argv = chosen(context)?.argv;
			if (argv !== undefined) context.effects.copy(shellWords(argv), 'the command');
		},
	},
	{
		...{id: 'menu.up', title: 'Up one', group: 'move', scope: 'menu'},
		keys: ['up', 'shift+tab', 'ctrl+p'],
		run: context => move(context, -1),
	},
	{
		...{id: 'menu.down', title: 'Down one', group: 'move', scope: 'menu'},
		keys: ['down', 'tab', 'ctrl+n'],
		run: context => move(context, 1),
	},
	{
		id: 'menu.close',
		title: 'Close',
		hint: 'close',
		group: 'other',
		scope: 'menu',
		keys: ['escape'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
];
