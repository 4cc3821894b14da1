import {known} from '../model/known.ts';
import {hidingChips} from '../store/logs/log-chips.ts';
import {shownTarget} from '../store/logs/select-target.ts';
import {hasStatsStep} from '../store/select-stats.ts';
import {selectErrorCount} from '../store/select-toast.ts';
import type {State} from '../store/state.ts';
import type {Command, CommandContext} from './command.ts';
import {openEntry} from './log-read-commands.ts';

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
		title: 'What happened: results of all actions',
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
			if (isPage(context.state)) leavePage(context);
			else if (context.state.frame.zoomed) leaveZoom(context);
			else context.effects.quit();
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

const isPage = ({frame}: State): boolean => frame.view !== 'dashboard';

export function whyOnePane(state: State): string | undefined {
	return isPage(state) ? 'this screen has one pane; 1 is the list' : undefined;
}

const leavePage = ({dispatch}: CommandContext): void =>
	dispatch({type: 'frame/view-chosen', view: 'dashboard'});

const leaveZoom = ({state, dispatch}: CommandContext): void => {
	const {returnsTo} = state.frame;
	dispatch({type: 'frame/zoomed', zoomed: false});
	dispatch({type: 'frame/focused', pane: 'list'});
	if (returnsTo !== undefined) dispatch({type: 'frame/view-chosen', view: returnsTo});
};

/** There are lines, and none of them passes the filters. */
const isAllHidden = ({state, logs}: CommandContext): boolean =>
	logs.count === 0 && logs.isComplete && hidingChips(state.logs).length > 0;

const isInTab = ({frame}: State): boolean => frame.focus === 'logs' && frame.tab !== 'logs';

const isComparing = (state: State): boolean =>
	isInTab(state) && state.frame.tab === 'config' && state.trees.against !== undefined;

/** The innermost thing that is open where the keys go, and only that: nobody steps back from what he does not see. */
function stepBack(context: CommandContext): void {
	const {state, dispatch} = context;
	const isReading = state.frame.focus === 'logs' && state.frame.tab === 'logs';
	if (selectErrorCount(state) > 0) dispatch({type: 'message/dismissed'});
	else if (state.frame.view === 'stats' && hasStatsStep(state))
		dispatch({type: 'stats/stepped-back'});
	else if (isPage(state)) stepBackOnPage(context);
	else if (isReading && state.logs.search !== undefined) dispatch({type: 'logs/searched'});
	else if (isInTab(state) && state.detail.find !== undefined) dispatch({type: 'detail/searched'});
	else if (isComparing(state)) dispatch({type: 'trees/compared'});
	else if (isReading && isAllHidden(context)) dispatch({type: 'logs/query-cleared'});
	else if (isReading && state.logs.held !== undefined) dispatch({type: 'logs/held'});
	else if (state.frame.zoomed) leaveZoom(context);
	else if (state.frame.focus !== 'list') dispatch({type: 'frame/focused', pane: 'list'});
	else stepBackInList(context);
}

function stepBackOnPage(context: CommandContext): void {
	const {state, dispatch} = context;
	const isNarrowed = state.frame.view === 'events' && state.eventFilter !== '';
	if (isNarrowed) dispatch({type: 'events/filtered', text: ''});
	else leavePage(context);
}

function stepBackInList({state, dispatch}: CommandContext): void {
	const {returnsTo} = state.frame;
	if (state.list.marked.size > 0) dispatch({type: 'list/unmarked'});
	else if (returnsTo !== undefined) dispatch({type: 'frame/view-chosen', view: returnsTo});
	else if (state.list.filter.text !== '') dispatch({type: 'list/filtered', text: ''});
}
