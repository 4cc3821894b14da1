import {Box, useWindowSize} from 'ink';
import {
	type ReactNode,
	useContext,
	useEffect,
	useEffectEvent,
	useLayoutEffect,
	useRef,
	useSyncExternalStore,
} from 'react';
import {hasSameItems} from '../../model/same.ts';
import {CanvasContext} from '../canvas/canvas-context.tsx';
import {Pane} from '../canvas/pane.tsx';
import {paintOverlay} from '../overlays/index.ts';
import type {PointerEvent} from '../pointer.ts';
import type {Runtime} from '../runtime.ts';
import {handlePointer} from './handle-pointer.ts';
import type {Layout} from './layout.ts';
import {lookAt} from './look-at.ts';
import {paintArea} from './paint-area.ts';
import {lostKind, paintLost} from './paint-lost.ts';
import {type Shown, shownOn, sizesOf} from './shown.ts';
import {useKeys} from './use-keys.ts';

const noticeDepth = 5;
const overlayDepth = 10;

/**
 * The whole screen. React commits when the layout, the focus or an overlay changes; figures and
 * log lines are painted by the canvas without it.
 */
export const App = ({runtime}: {readonly runtime: Runtime}): ReactNode => {
	const {columns, rows} = useWindowSize();
	useFrame(runtime, columns, rows);
	// Not as of the last commit: a key may follow another that opened something before it is drawn.
	const shown = (): Shown => shownOn(runtime, columns, rows);
	const {place, areas, lost, overlay, view} = shown();
	useViewport(runtime, place);
	useKeys(runtime, () => sizesOf(shown()));
	usePointer(runtime, shown);
	return (
		<Box width={columns} height={rows}>
			{areas.map(([area, rect]) => (
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
					rect={lost.rect}
					z={noticeDepth}
					paint={(width, height) => paintLost(lost.kind)(view(), width, height)}
				/>
			)}
			{overlay && (
				<Pane
					id="overlay"
					rect={overlay.rect}
					z={overlayDepth}
					paint={(width, height) => {
						const current = runtime.store.getState().frame.overlays.at(-1) ?? overlay.overlay;
						return paintOverlay(view(), current, width, height);
					}}
				/>
			)}
		</Box>
	);
};

/**
 * Commits with the state. With a canvas only what changes the layout commits; without one
 * (component tests, screen readers) Ink draws the content too, so every change does.
 */
const useFrame = (runtime: Runtime, columns: number, rows: number): void => {
	const {store} = runtime;
	const {screen} = useContext(CanvasContext);
	const known = useRef({key: '', of: [] as readonly unknown[]});
	const keyNow = (): string => {
		const of = [store.getState(), runtime, columns, rows];
		// React asks several times in a frame.
		if (!hasSameItems(of, known.current.of))
			known.current = {of, key: frameKey(runtime, columns, rows)};
		return known.current.key;
	};
	useSyncExternalStore<unknown>(store.subscribe, screen === undefined ? store.getState : keyNow);
	useEffect(
		() => (screen === undefined ? undefined : store.subscribe(() => screen.repaint())),
		[screen, store],
	);
};

/** Says with every frame which containers it shows, and what the open tab is drawn from. */
const useViewport = (runtime: Runtime, place: Layout): void => {
	useLayoutEffect(() => {
		const look = (): void => lookAt(runtime, place);
		look();
		return runtime.store.subscribe(look);
	});
};

/** Changes exactly when React has to commit. */
const frameKey = (runtime: Runtime, columns: number, rows: number): string => {
	const state = runtime.store.getState();
	const {view, zoomed, focus, overlays, sizes} = state.frame;
	const overlay = overlays.at(-1);
	const {listHeight, listWidth} = sizes;
	return [
		...[view, zoomed, focus, listHeight, listWidth, overlays.length, overlay?.kind],
		...(overlay ? Object.values(shownOn(runtime, columns, rows).overlay?.rect ?? {}) : []),
		lostKind(state),
	].join(' ');
};

const usePointer = (runtime: Runtime, shown: () => Shown): void => {
	const {pointer, viewport} = runtime;
	const handle = useEffectEvent((event: PointerEvent) => {
		viewport.see(true);
		handlePointer(runtime, event, shown);
	});
	// Once: what it hears must not depend on when React commits.
	useEffect(() => pointer.subscribe(handle), [pointer]);
};
