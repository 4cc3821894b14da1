import {known} from '../../model/known.ts';
import type {Overlay} from '../../store/overlay.ts';
import type {State} from '../../store/state.ts';
import type {Rect} from '../canvas/segments.ts';
import {cutsTarget, overlayOverflow, placeOverlay} from '../overlays/index.ts';
import type {PageSpec} from '../pages/page.ts';
import {listHeight} from '../panes/list/list-window.ts';
import {logMoves} from '../panes/logs/log-moves.ts';
import {tabMoves} from '../panes/tabs/tab-moves.ts';
import type {Runtime} from '../runtime.ts';
import type {View} from '../view.ts';
import type {ShownSizes} from './handle-chord.ts';
import {isElsewhere} from './is-elsewhere.ts';
import {type Area, type Layout, layout, pageLayout, sizeClass} from './layout.ts';
import {moveBorder} from './move-border.ts';
import {pageOf} from './paint-area.ts';
import {lostKind, lostRect} from './paint-lost.ts';
import {viewOf} from './view-of.ts';

/** What is where on a screen of this size. */
export interface Shown {
	readonly place: Layout;
	/** Where nothing is known yet, and it is said why, there is nothing else to show. */
	readonly areas: readonly (readonly [Area, Rect])[];
	readonly lost?: {readonly kind: 'banner' | 'notice'; readonly rect: Rect};
	readonly overlay?: {readonly overlay: Overlay; readonly rect: Rect};
	readonly page?: PageSpec;
	/** What is painted from: the state as it is when asked. */
	view(): View;
}

export const shownOn = (runtime: Runtime, columns: number, rows: number): Shown => {
	const state = runtime.store.getState();
	const page = pageOf(state);
	const place = placeOf(state, columns, rows);
	const view = (): View => viewOf(runtime, place);
	const kind = lostKind(state);
	const overlay = state.frame.overlays.at(-1);
	return {
		...{place, view, areas: areasOf(place, kind === 'notice')},
		...known('lost', kind && {kind, rect: lostRect(kind, columns, rows)}),
		...known(
			'overlay',
			overlay && {overlay, rect: placeOverlay(view(), overlay, {columns, rows, layout: place})},
		),
		...known('page', page),
	};
};

const placeOf = (state: State, columns: number, rows: number): Layout => {
	const {zoomed, focus, sizes} = state.frame;
	if (pageOf(state) !== undefined) return pageLayout(columns, rows);
	// The smallest screens show one pane: the one that takes the keys.
	const isAlone = zoomed || (focus === 'logs' && sizeClass(columns, rows) === 'XS');
	return layout(columns, rows, isAlone ? focus : undefined, sizes);
};

const areasOf = ({size: _, ...areas}: Layout, isNotice: boolean): Shown['areas'] =>
	Object.entries(areas)
		.map(([area, rect]) => [area as Area, rect] as const)
		.filter(([area]) => !isNotice || area === 'header' || area === 'footer');

/** What commands have to know of it. */
export const sizesOf = ({place, overlay, page, view}: Shown): ShownSizes => {
	const {focus, sizes} = view().state.frame;
	const bottom = place.bottom ?? {width: 0, height: 0};
	const focused = place.page ?? (focus === 'list' ? place.list : place.bottom);
	const listRows = place.page && page?.listRows?.(view(), place.page.width, place.page.height);
	return {
		// One row is the header of the list or the rule above the log.
		pageRows: Math.max(1, listRows ?? (focused?.height ?? 2) - 1),
		...known('listRows', place.list && listHeight(place.size, place.list.height)),
		overlayOverflow: overlay ? overlayOverflow(view(), overlay.overlay, overlay.rect) : 0,
		moveBorder: (border, step) => moveBorder(place, sizes, border, step),
		logMoves: logMoves(view, bottom),
		tabMoves: tabMoves(view, bottom),
		isElsewhere: isElsewhere(view().state),
		isTargetHidden: overlay
			? cutsTarget(overlay.overlay, overlay.rect)
			: place.size === 'tiny' || page?.showsTarget === false,
	};
};
