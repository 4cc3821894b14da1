import {Box, useWindowSize} from 'ink';
import {type ReactNode, useContext, useEffect, useLayoutEffect, useSyncExternalStore} from 'react';
import type {FrameState, PaneSizes, State} from '../../store/state.ts';
import {CanvasContext} from '../canvas/canvas-context.tsx';
import {Pane} from '../canvas/pane.tsx';
import type {Rect} from '../canvas/segments.ts';
import {cutsTarget, overlayOverflow, paintOverlay, placeOverlay} from '../overlays/index.ts';
import {keysInView} from '../panes/list/list-window.ts';
import {logMoves} from '../panes/logs/log-moves.ts';
import {openTab} from '../panes/tabs/tab-body.ts';
import {tabMoves} from '../panes/tabs/tab-moves.ts';
import {neededKinds} from '../panes/tabs/tab-specs.ts';
import type {Runtime} from '../runtime.ts';
import type {View} from '../view.ts';
import type {Area, Layout} from './layout.ts';
import {layout, pageLayout, sizeClass} from './layout.ts';
import {moveBorder} from './move-border.ts';
import {pageOf, paintArea} from './paint-area.ts';
import {lostKind, lostRect, paintBanner, paintNotice} from './paint-lost.ts';
import {useKeys} from './use-keys.ts';
import {viewOf} from './view-of.ts';

const noticeDepth = 5;
const overlayDepth = 10;

/**
 * The whole screen. React commits when the layout, the focus or an overlay changes; figures and
 * log lines are painted by the canvas without it.
 */
export const App = ({runtime}: {readonly runtime: Runtime}): ReactNode => {
	const {columns, rows} = useWindowSize();
	const state = useFrame(runtime);
	const {zoomed, focus, overlays, sizes} = state.frame;
	const page = pageOf(state);
	// The smallest screens show one pane: the one that takes the keys.
	const isAlone = zoomed || (focus === 'logs' && sizeClass(columns, rows) === 'XS');
	const placeWith = (chosen: PaneSizes): Layout =>
		page === undefined
			? layout(columns, rows, isAlone ? focus : undefined, chosen)
			: pageLayout(columns, rows);
	const place = placeWith(sizes);
	/** A key may follow another before that one is drawn. */
	const now = (): FrameState => runtime.store.getState().frame;
	const view = (): View => viewOf(runtime, place);
	const lost = lostKind(state);
	const overlay = overlays.at(-1);
	const overlayRect = overlay && placeOverlay(view(), overlay, {columns, rows, layout: place});
	const focused = place.page ?? (focus === 'list' ? place.list : place.bottom);
	useViewport(runtime, place);
	useKeys(runtime, () => ({
		// One row is the header of the list or the rule above the log.
		pageRows: Math.max(
			1,
			(place.page && page?.listRows?.(view(), place.page.width, place.page.height)) ??
				(focused?.height ?? 2) - 1,
		),
		overlayOverflow:
			overlay && overlayRect
				? overlayOverflow(view(), now().overlays.at(-1) ?? overlay, overlayRect)
				: 0,
		moveBorder: (border, step) => moveBorder(placeWith(now().sizes), now().sizes, border, step),
		logMoves: logMoves(view, place.bottom ?? {width: 0, height: 0}),
		tabMoves: tabMoves(view, place.bottom ?? {width: 0, height: 0}),
		isTargetHidden:
			overlay && overlayRect
				? cutsTarget(overlay, overlayRect)
				: place.size === 'tiny' || page?.showsTarget === false,
	}));
	return (
		<Box width={columns} height={rows}>
			{areasOf(place, lost === 'notice').map(([area, rect]) => (
				<Pane
					key={area}
					id={area}
					rect={rect}
					paint={(width, height) => paintArea(view(), area, width, height)}
				/>
			))}
			{lost && (
				<Pane
					id="lost"
					rect={lostRect(lost, columns, rows)}
					z={noticeDepth}
					paint={(width, height) =>
						(lost === 'banner' ? paintBanner : paintNotice)(view(), width, height)
					}
				/>
			)}
			{overlay && overlayRect && (
				<Pane
					id="overlay"
					rect={overlayRect}
					z={overlayDepth}
					paint={(width, height) =>
						paintOverlay(view(), now().overlays.at(-1) ?? overlay, width, height)
					}
				/>
			)}
		</Box>
	);
};

/** Where nothing is known yet, and it is said why, there is nothing else to show. */
const areasOf = (
	{size: _, ...areas}: Layout,
	isNotice: boolean,
): readonly (readonly [Area, Rect])[] =>
	Object.entries(areas)
		.map(([area, rect]) => [area as Area, rect] as const)
		.filter(([area]) => !isNotice || area === 'header' || area === 'footer');

/**
 * The state as of the last commit. With a canvas only what changes the layout commits; without one
 * (component tests, screen readers) Ink draws the content too, so every change does.
 */
const useFrame = ({store}: Runtime): State => {
	const {screen} = useContext(CanvasContext);
	useSyncExternalStore(store.subscribe, () =>
		screen === undefined ? store.getState() : frameKey(store.getState()),
	);
	useEffect(
		() => (screen === undefined ? undefined : store.subscribe(() => screen.repaint())),
		[screen, store],
	);
	return store.getState();
};

/** Says with every frame which containers it shows, and what the open tab is drawn from. */
const useViewport = ({store, viewport}: Runtime, place: Layout): void => {
	useLayoutEffect(() => {
		const look = (): void => {
			const state = store.getState();
			viewport.show(pageOf(state)?.watched(state) ?? keysInView(state, place));
			const tab = place.bottom && openTab(state);
			viewport.need(tab === undefined ? [] : neededKinds(state, tab));
		};
		look();
		return store.subscribe(look);
	});
};

/** Changes exactly when React has to commit. */
const frameKey = (state: State): string => {
	const {view, zoomed, focus, overlays, sizes} = state.frame;
	const overlay = overlays.at(-1);
	// The list of messages grows while it is open.
	const size = overlay?.kind === 'messages' ? state.messages.length : 0;
	const {listHeight, listWidth} = sizes;
	return [
		...[view, zoomed, focus, listHeight, listWidth, overlays.length, overlay?.kind, size],
		lostKind(state),
	].join(' ');
};
