import type {DetailKind} from '../../store/detail/detail-state.ts';
import type {State} from '../../store/state.ts';
import {keysInView} from '../panes/list/list-window.ts';
import {openTab} from '../panes/tabs/tab-body.ts';
import {neededKinds} from '../panes/tabs/tab-specs.ts';
import type {Runtime} from '../runtime.ts';
import type {Layout} from './layout.ts';
import {pageOf} from './paint-area.ts';
import {viewOf} from './view-of.ts';

/** Says which containers are shown in this layout, and what the open tab or page is drawn from. */
export const lookAt = (runtime: Runtime, place: Layout): void => {
	const {store, viewport} = runtime;
	const state = store.getState();
	const page = pageOf(state);
	viewport.show(page?.watched(state, place.size) ?? keysInView(state, place));
	viewport.lookAtHost(page?.showsHost === true);
	viewport.lookIntoFiles(place.page !== undefined && page?.peeks?.(place.page.width) === true);
	const kinds = neededNow(runtime, place);
	viewport.need(isCopying(state) && !kinds.includes('setup') ? [...kinds, 'setup'] : kinds);
};

const neededNow = (runtime: Runtime, place: Layout): readonly DetailKind[] => {
	const state = runtime.store.getState();
	if (place.page !== undefined) {
		const {width, height} = place.page;
		return pageOf(state)?.needs?.(viewOf(runtime, place), width, height) ?? [];
	}
	const tab = place.bottom && openTab(state);
	return tab === undefined ? [] : neededKinds(state, tab);
};

/** What can be copied of a container is told by its inspect. */
const isCopying = ({frame}: State): boolean => {
	const overlay = frame.overlays.at(-1);
	return overlay?.kind === 'menu' && overlay.menu.startsWith('copy');
};
