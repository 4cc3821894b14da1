import {keysInView} from '../panes/list/list-window.ts';
import {openTab} from '../panes/tabs/tab-body.ts';
import {neededKinds} from '../panes/tabs/tab-specs.ts';
import type {Runtime} from '../runtime.ts';
import type {Layout} from './layout.ts';
import {pageOf} from './paint-area.ts';

/** Says which containers are shown in this layout, and what the open tab is drawn from. */
export const lookAt = ({store, viewport}: Pick<Runtime, 'store' | 'viewport'>, place: Layout) => {
	const state = store.getState();
	const page = pageOf(state);
	viewport.show(page?.watched(state) ?? keysInView(state, place));
	viewport.lookAtHost(page?.showsHost === true);
	const tab = place.bottom && openTab(state);
	viewport.need(tab === undefined ? [] : neededKinds(state, tab));
};
