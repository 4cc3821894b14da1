import type {LogTarget} from '../model/logs/log-target.ts';
import type {CommandContext} from './command.ts';

/** The log in the full screen, on which it stays whatever is selected then. */
export const openLogs = (
	{dispatch}: Pick<CommandContext, 'dispatch'>,
	target: LogTarget | undefined,
): void => {
	if (target === undefined) return;
	dispatch({type: 'frame/view-chosen', view: 'dashboard', isDetour: true});
	dispatch({type: 'logs/pinned', target});
	dispatch({type: 'frame/tab-chosen', tab: 'logs'});
	dispatch({type: 'frame/focused', pane: 'logs'});
	dispatch({type: 'frame/zoomed', zoomed: true});
};
