import {known} from '../model/known.ts';
import type {LogTarget} from '../model/logs/log-target.ts';
import type {CommandContext} from './command.ts';

/**
 * The log in the full screen, on which it stays whatever is selected then. From another screen than the
 * list the way back leads there again.
 */
export const openLogs = (
	{state, dispatch}: Pick<CommandContext, 'state' | 'dispatch'>,
	target: LogTarget | undefined,
): void => {
	if (target === undefined) return;
	const {view} = state.frame;
	const returnsTo = view === 'dashboard' ? undefined : view;
	dispatch({type: 'frame/view-chosen', view: 'dashboard', ...known('returnsTo', returnsTo)});
	dispatch({type: 'logs/pinned', target});
	dispatch({type: 'frame/tab-chosen', tab: 'logs'});
	dispatch({type: 'frame/focused', pane: 'logs'});
	dispatch({type: 'frame/zoomed', zoomed: true});
};
