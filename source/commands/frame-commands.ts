import {known} from '../model/known.ts';
import {isUnderWay} from '../store/act/bulk-state.ts';
import {shownTarget} from '../store/logs/select-target.ts';
import type {State} from '../store/state.ts';
import type {Command, Keymap} from './command.ts';
import {helpingKey, keyText} from './keymap.ts';
import {openEntry} from './log-read-commands.ts';
import {isPage, leavePage, leaveZoom, stepBack} from './step-back.ts';

/** What has not begun would never be done. */
const sayUnfinished = (keymap: Keymap): string => {
	const [show, leave] = [keyText(keymap, 'bulk.open'), keyText(keymap, 'program.interrupt')];
	const hints = [show && `${show} shows it`, leave && `${leave} quits all the same`];
	return ['a bulk run is under way', ...hints.filter(hint => hint !== undefined)].join('; ');
};

export const frameCommands: readonly Command[] = [
	{
		id: 'pane.next',
		title: 'Next pane',
		hint: 'pane',
		group: 'move',
		scope: 'global',
		keys: ['tab', 'shift+tab'],
		footer: 70,
		disabled: whyOnePane,
		run({state, dispatch}) {
			dispatch({type: 'frame/focused', pane: state.frame.focus === 'list' ? 'logs' : 'list'});
		},
	},
	{
		id: 'pane.zoom',
		title: 'Zoom the pane; held: the entry in full',
		hint: 'zoom/back',
		group: 'look',
		scope: 'logs',
		keys: ['enter'],
		footer: 10,
		run(context) {
			const {state, dispatch} = context;
			if (state.logs.held !== undefined) {
				openEntry(context);
				return;
			}
			dispatch({type: 'logs/pinned', ...known('target', shownTarget(state))});
			dispatch({type: 'frame/zoomed', zoomed: !state.frame.zoomed});
		},
	},
	{
		id: 'frame.back',
		title: 'One step back',
		hint: 'back',
		group: 'move',
		scope: 'global',
		keys: ['escape'],
		run: stepBack,
	},
	{
		id: 'help.open',
		title: 'Help',
		hint: 'help',
		keywords: 'keys shortcuts',
		group: 'other',
		scope: 'global',
		keys: ['?'],
		footer: 90,
		run: ({dispatch}) => dispatch({type: 'overlay/opened', overlay: {kind: 'help', top: 0}}),
	},
	{
		id: 'messages.open',
		title: 'Messages: results of all actions',
		hint: 'messages',
		keywords: 'errors history',
		group: 'other',
		scope: 'global',
		keys: ['h'],
		footer: 80,
		run: ({dispatch}) => dispatch({type: 'overlay/opened', overlay: {kind: 'messages', top: 0}}),
	},
	{
		id: 'mouse.toggle',
		title: 'Free the mouse to select text, or take it',
		group: 'other',
		scope: 'global',
		keys: ['m'],
		run({state, dispatch, effects}) {
			const isTaken = state.frame.mouse !== 'taken';
			effects.takeMouse(isTaken);
			dispatch({type: 'frame/mouse-used', mouse: isTaken ? 'taken' : 'free'});
		},
	},
	{
		id: 'screen.repaint',
		title: 'Paint the screen anew',
		group: 'other',
		scope: 'global',
		keys: ['ctrl+l'],
		run: ({effects}) => effects.repaint(),
	},
	{
		id: 'program.suspend',
		title: 'Suspend; fg comes back',
		group: 'other',
		scope: 'global',
		keys: ['ctrl+z'],
		run: ({effects}) => effects.suspend(),
	},
	{
		id: 'program.quit',
		title: 'Quit, or leave the full screen',
		hint: 'quit',
		keywords: 'exit leave',
		group: 'other',
		scope: 'global',
		keys: ['q'],
		footer: 95,
		run(context) {
			const {state, dispatch, keymap, nowMillis: atMillis} = context;
			if (isPage(state)) leavePage(context);
			else if (state.frame.zoomed) leaveZoom(context);
			else if (isUnderWay(state.bulk)) {
				dispatch({type: 'message/added', level: 'info', text: sayUnfinished(keymap), atMillis});
			} else context.effects.quit();
		},
	},
	{
		id: 'program.interrupt',
		title: 'Quit at once, from anywhere',
		group: 'other',
		scope: 'global',
		keys: ['ctrl+c'],
		run: ({effects}) => effects.quit(),
	},
];

export function whyOnePane(state: State, keymap: Keymap): string | undefined {
	return isPage(state)
		? `this screen has one pane${helpingKey(keymap, 'view.dashboard', 'is the list')}`
		: undefined;
}
