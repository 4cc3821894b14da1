import {Box, useWindowSize} from 'ink';
import {
	type ReactNode,
	useContext,
	useEffect,
	useEffectEvent,
	useLayoutEffect,
	useSyncExternalStore,
} from 'react';
import {type BulkPlan, countBulk} from '../../store/act/bulk-state.ts';
import {logChips} from '../../store/logs/log-chips.ts';
import type {Overlay} from '../../store/overlay.ts';
import type {State} from '../../store/state.ts';
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
	useFrame(runtime);
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
const useFrame = ({store}: Runtime): void => {
	const {screen} = useContext(CanvasContext);
	useSyncExternalStore(store.subscribe, () =>
		screen === undefined ? store.getState() : frameKey(store.getState()),
	);
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
const frameKey = (state: State): string => {
	const {view, zoomed, focus, overlays, sizes} = state.frame;
	const overlay = overlays.at(-1);
	const size = overlay === undefined ? 0 : sizeOf(state, overlay);
	const {listHeight, listWidth} = sizes;
	return [
		...[view, zoomed, focus, listHeight, listWidth, overlays.length, overlay?.kind, size],
		lostKind(state),
	].join(' ');
};

/** Of the lists that become longer or shorter while they are open, and their frames with them. */
const sizeOf = (
	{messages, logs, bulk, detail, themes}: State,
	overlay: Overlay,
): number | string => {
	switch (overlay.kind) {
		// One may follow another in one step.
		case 'menu':
			return [overlay.menu, overlay.what, detail.data.setup.status].join(' ');
		case 'confirm':
		case 'confirm-name':
			return overlay.confirm.clients?.sentence ?? '';
		case 'form':
			return overlay.form.purpose;
		case 'messages':
			return messages.length;
		case 'theme':
			return themes.all.map(({problem}) => (problem === undefined ? 0 : 1)).join('');
		case 'chips':
			return logChips(logs).length;
		case 'sources':
			return logs.sources.size;
		case 'bulk':
			return overlay.plan === undefined
				? `${bulk?.rows.length} ${bulk && countBulk(bulk).failed}`
				: planSize(overlay.plan);
		case 'entry':
			return overlay.entry.more.length;
		default:
			return 0;
	}
};

/** What is said above the list comes while it is read. */
const planSize = ({clients, whyNoOrder, lacksOrder}: BulkPlan): string =>
	[clients?.sentence, whyNoOrder, lacksOrder].join(' ');

const usePointer = (runtime: Runtime, shown: () => Shown): void => {
	const {pointer, viewport} = runtime;
	const handle = useEffectEvent((event: PointerEvent) => {
		viewport.see(true);
		handlePointer(runtime, event, shown);
	});
	// Once: what it hears must not depend on when React commits.
	useEffect(() => pointer.subscribe(handle), [pointer]);
};
