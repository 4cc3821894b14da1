import type {State} from '../../store/state.ts';
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
	const kinds = tab === undefined ? [] : neededKinds(state, tab);
	viewport.need(isCopying(state) && !kinds.includes('setup') ? [...kinds, 'setup'] : kinds);
};

/** What can be copied of a container is told by its inspect. */
const isCopying = ({frame}: State): boolean => {
	const overlay = frame.overlays.at(-1);
	return overlay?.kind === 'menu' && overlay.menu.startsWith('copy');
};
