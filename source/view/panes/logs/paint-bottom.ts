import type {Paint} from '../../view.ts';
import {paintTab} from '../tabs/paint-tab.ts';
import {openTab} from '../tabs/tab-body.ts';
import {paintLog} from './log-view.ts';

/** The pane below the list: the log, or another tab of the selection. */
export const paintBottom: Paint = (view, width, height) => {
	const tab = openTab(view.state);
	return tab === undefined ? paintLog(view, width, height) : paintTab(view, tab, width, height);
};
