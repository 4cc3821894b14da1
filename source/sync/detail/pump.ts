import {untilAborted} from '../../engine/wait.ts';
import type {ContainerKey} from '../../model/ids.ts';
import type {DetailKind} from '../../store/detail/detail-state.ts';
import type {Against} from '../../store/detail/trees-state.ts';
import {selectedRow} from '../../store/select-target.ts';
import type {SyncContext} from '../context.ts';
import {ImageCache} from './image-cache.ts';
import {keepLoaded, type LoadedOf} from './keep-loaded.ts';

/** Moving the cursor through the list must not ask about every row. */
const settleMillis = 150;
/** The same for going through the tabs of one container. */
const tabMillis = 50;

/** What is to be loaded now. */
interface Wish {
	readonly key: ContainerKey;
	readonly kinds: readonly DetailKind[];
	/** With another one an answer about the one before is not waited for. */
	readonly against: Against | undefined;
}

/**
 * Loads what the tab on the screen is drawn from, of the selected container, and nothing else: when the
 * selection has rested, and again when something happens to the container.
 */
export const pumpDetail = async (context: SyncContext): Promise<void> => {
	const {store, viewport, clock, signal} = context;
	let wish: Wish | undefined;
	let life = new AbortController();
	const loadedOf: LoadedOf = new Map();
	const images = new ImageCache();
	const underWay = new Set<Promise<void>>();

	const follow = async ({key, kinds}: Wish, restMillis: number, own: AbortSignal) => {
		await clock.sleep(restMillis, own);
		if (own.aborted) return;
		const inner = {...context, images, signal: own};
		await Promise.all(kinds.map(kind => keepLoaded(inner, key, kind, loadedOf)));
	};

	const look = (): void => {
		const next = wishOf(context);
		if (isSameWish(next, wish)) return;
		const restMillis = next?.key === wish?.key ? tabMillis : settleMillis;
		life.abort();
		life = new AbortController();
		wish = next;
		if (next === undefined) return;
		const work = follow(next, restMillis, AbortSignal.any([signal, life.signal]));
		underWay.add(work);
		void work.finally(() => underWay.delete(work));
	};

	const stops = [store.subscribe(look), viewport.onNeeded(look)];
	look();
	await untilAborted(signal);
	for (const stop of stops) stop();
	await Promise.all(underWay);
};

const wishOf = ({store, viewport}: SyncContext): Wish | undefined => {
	const state = store.getState();
	// Nothing is asked of an engine that hangs.
	if (viewport.needed.length === 0 || state.connection.status !== 'live') return undefined;
	const row = selectedRow(state);
	if (row?.kind !== 'container') return undefined;
	return {key: row.id, kinds: viewport.needed, against: state.trees.against};
};

const isSameWish = (some: Wish | undefined, other: Wish | undefined): boolean =>
	some?.key === other?.key &&
	some?.against === other?.against &&
	some?.kinds.join() === other?.kinds.join();
