import type {LogTarget} from '../model/logs/log-target.ts';
import {chosenTarget, selectionTarget, shownTarget} from '../store/logs/select-target.ts';
import type {State} from '../store/state.ts';
import type {Command} from './command.ts';
import {openLogs} from './open-logs.ts';

export const containerCommands: readonly Command[] = [
	{
		id: 'container.logs',
		title: 'Logs in full screen, of marked rows if any',
		hint: 'logs',
		group: 'look',
		scope: 'global',
		keys: ['l'],
		footer: 20,
		disabled: whyNoLogs,
		run: context => openLogs(context, logsToOpen(context.state)),
	},
];

function whyNoLogs(state: State): string | undefined {
	const {view, focus, zoomed, tab} = state.frame;
	if (view === 'dashboard' && focus === 'logs' && zoomed && tab === 'logs')
		return 'they fill the screen already';
	return logsToOpen(state) === undefined ? 'nothing is selected' : undefined;
}

/** Whoever reads a log wants that one larger. */
function logsToOpen(state: State): LogTarget | undefined {
	if (state.frame.view !== 'dashboard') return selectionTarget(state);
	return state.frame.focus === 'logs' ? shownTarget(state) : chosenTarget(state);
}
