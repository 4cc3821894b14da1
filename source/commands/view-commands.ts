import {views, viewTitles} from '../store/views.ts';
import type {Command} from './command.ts';

/** One a screen: `1` is the list. */
export const viewCommands: readonly Command[] = views.map((view, index) => ({
	id: `view.${view}`,
	title: `Screen: ${viewTitles[view]}`,
	group: 'look',
	scope: 'global',
	keys: [String(index + 1)],
	run: ({dispatch}) => dispatch({type: 'frame/view-chosen', view}),
}));
