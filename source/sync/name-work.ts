import {setImmediate as nextTurn} from 'node:timers/promises';
import {searchNames} from '../store/name-search.ts';
import type {Overlay} from '../store/overlay.ts';
import type {State} from '../store/state.ts';
import type {SyncContext} from './context.ts';
import {when} from './when.ts';

/** Keys that come in between wait so long at most. */
const sliceMillis = 4;

/** Looks through the names that the palette has not looked at yet, in slices, and tells how far it is. */
export const pumpNames = async ({store, clock, signal}: SyncContext): Promise<void> => {
	while (!signal.aborted) {
		await when(store, state => unfinished(state) !== undefined, signal);
		await nextTurn();
		const palette = signal.aborted ? undefined : unfinished(store.getState());
		if (palette === undefined) continue;
		const search = searchNames(palette.names, palette.text);
		const startedAtMillis = clock.now();
		do search.work();
		while (!search.isComplete && clock.now() - startedAtMillis < sliceMillis);
		store.dispatch({type: 'overlay/changed', overlay: {...palette, lookedAt: search.step}});
	}
};

/** The open palette while there are names left to look at. */
const unfinished = ({frame}: State): Extract<Overlay, {kind: 'palette'}> | undefined => {
	const overlay = frame.overlays.at(-1);
	if (overlay?.kind !== 'palette' || overlay.text.trim() === '') return undefined;
	return searchNames(overlay.names, overlay.text).isComplete ? undefined : overlay;
};
