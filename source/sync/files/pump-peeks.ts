import {isAbortError} from '../../model/engine-error.ts';
import {contentOf} from '../../model/files/file-content.ts';
import {refKey} from '../../model/ids.ts';
import type {Peek} from '../../store/files/files-state.ts';
import {filesContainer, peekPath} from '../../store/files/select-files.ts';
import type {State} from '../../store/state.ts';
import {type SyncContext, until} from '../context.ts';
import {toFailure} from '../failure.ts';
import {when, whenWithin} from '../when.ts';
import {headOf} from './head-of.ts';

/** As long as the cursor goes on nothing is asked. */
const restMillis = 300;
/** More than a screen of text. */
const mostPeekedBytes = 16 * 1024;

/** Reads what the file begins with that the cursor rests on, once each time its folder is read, where there is room to show it. */
export const pumpPeeks = async (context: SyncContext): Promise<void> => {
	const {store, viewport, signal} = context;
	const wanted = (state: State): string | undefined => {
		const {frame, connection, files} = state;
		const isSeen = frame.view === 'files' && frame.overlays.length === 0 && viewport.peeks;
		if (!isSeen || connection.status !== 'live' || files.copy !== undefined) return undefined;
		const path = peekPath(state);
		return path === undefined || files.peeks.has(path) ? undefined : path;
	};
	while (!signal.aborted) {
		await whenSeen(context, state => wanted(state) !== undefined);
		const path = wanted(store.getState());
		if (signal.aborted || path === undefined) return;
		const isLeft = (state: State): boolean => wanted(state) !== path;
		await whenWithin(context, isLeft, restMillis);
		if (signal.aborted || isLeft(store.getState())) continue;
		const life = new AbortController();
		const inner = AbortSignal.any([signal, life.signal]);
		const left = when(store, isLeft, inner);
		const work = peek(until(context, inner), path);
		await Promise.race([left, work]);
		life.abort();
		await Promise.all([left, work]);
	}
};

/** As `when`, and it hears too when there is room for it. */
const whenSeen = async (
	{store, viewport, signal}: SyncContext,
	isSo: (state: State) => boolean,
): Promise<void> => {
	while (!signal.aborted && !isSo(store.getState())) {
		const changed = new AbortController();
		const stop = viewport.onNeeded(() => changed.abort());
		await when(store, isSo, AbortSignal.any([signal, changed.signal]));
		stop();
	}
};

const peek = async ({store, engine, signal}: SyncContext, path: string): Promise<void> => {
	const container = filesContainer(store.getState());
	if (container === undefined) return;
	const {ref} = container;
	const life = new AbortController();
	const tell = (found: Peek): void => {
		if (signal.aborted) return;
		store.dispatch({type: 'file/peeked', key: refKey(ref), path, peek: found});
	};
	try {
		const archive = await engine.files.read(ref, path, AbortSignal.any([signal, life.signal]));
		const head = await headOf(archive, mostPeekedBytes);
		if (head === undefined) tell({status: 'failed', message: 'it is no file any more'});
		else tell({status: 'ready', content: contentOf(head.bytes, head.sizeBytes)});
	} catch (error) {
		if (!isAbortError(error)) tell({status: 'failed', message: toFailure(error).message});
	} finally {
		life.abort();
	}
};
