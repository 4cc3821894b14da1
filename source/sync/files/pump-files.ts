import {isRunning} from '../../model/container.ts';
import {isAbortError} from '../../model/engine-error.ts';
import {contentOf, mostShownBytes} from '../../model/files/file-content.ts';
import {folderOf} from '../../model/files/file-entry.ts';
import {refKey} from '../../model/ids.ts';
import {selectedContainer} from '../../store/select-target.ts';
import type {State} from '../../store/state.ts';
import type {SyncContext} from '../context.ts';
import {toFailure} from '../failure.ts';
import {when} from '../when.ts';
import {followLink, pumpLinks} from './follow-link.ts';
import {headOf} from './head-of.ts';
import {pumpPeeks} from './pump-peeks.ts';

/** Reads the folder that the screen of files is to show, and the file that is to be viewed, while it is open; follows links; looks into what the cursor rests on. */
export const pumpFiles = async (context: SyncContext): Promise<void> => {
	await Promise.all([
		pumpFolders(context),
		pumpViewed(context),
		pumpLinks(context),
		pumpPeeks(context),
	]);
};

const isOpen = ({frame, connection}: State): boolean =>
	frame.view === 'files' && connection.status === 'live';

const selectedKey = (state: State) => {
	const container = selectedContainer(state);
	return container && refKey(container.ref);
};

/** The screen was opened for another container than before. */
const isOther = (state: State): boolean => {
	const key = selectedKey(state);
	return key !== undefined && key !== state.files.key;
};

const pumpFolders = async (context: SyncContext): Promise<void> => {
	const {store, signal} = context;
	let done = 0;
	const isDue = (state: State): boolean =>
		isOpen(state) &&
		selectedKey(state) !== undefined &&
		(isOther(state) || state.files.wish !== done);
	while (!signal.aborted) {
		await when(store, isDue, signal);
		if (signal.aborted) return;
		const key = selectedKey(store.getState());
		if (isOther(store.getState()) && key !== undefined)
			store.dispatch({type: 'files/wanted', key, path: '/'});
		const {wish} = store.getState().files;
		done = wish;
		const life = new AbortController();
		const isLeft = (state: State): boolean =>
			!isOpen(state) || isOther(state) || state.files.wish !== wish;
		const left = when(store, isLeft, AbortSignal.any([signal, life.signal]));
		const work = readFolder(context, wish, AbortSignal.any([signal, life.signal]));
		await Promise.race([left, work]);
		life.abort();
		await Promise.all([left, work]);
		// It was left before it was read: whoever comes back wants it all the same.
		const state = store.getState();
		if (!isOpen(state) && state.files.listing.status === 'loading') done = wish - 1;
	}
};

const readFolder = async (
	{store, engine}: SyncContext,
	wish: number,
	signal: AbortSignal,
): Promise<void> => {
	const state = store.getState();
	const container = selectedContainer(state);
	if (container === undefined) return;
	const {path, reach} = state.files;
	const options = {mayRun: isRunning(container) && container.state !== 'paused', reach};
	try {
		const listing = await engine.files.list(container.ref, path, options, signal);
		if (!signal.aborted) store.dispatch({type: 'files/listed', wish, listing});
	} catch (error) {
		if (signal.aborted || isAbortError(error)) return;
		const failure = toFailure(error);
		// It is a file: that is looked into, before the folder that it is in.
		if (failure.kind === 'invalid' && path !== '/') {
			store.dispatch({type: 'files/wanted', key: refKey(container.ref), path: folderOf(path)});
			store.dispatch({type: 'file/wanted', path});
		} else store.dispatch({type: 'files/failed', wish, failure});
	}
};

const wanted = ({files}: State): string | undefined =>
	files.viewed !== undefined && files.viewed.content === undefined ? files.viewed.path : undefined;

const pumpViewed = async (context: SyncContext): Promise<void> => {
	const {store, clock, signal} = context;
	while (!signal.aborted) {
		await when(store, state => wanted(state) !== undefined, signal);
		const path = wanted(store.getState());
		if (signal.aborted || path === undefined) return;
		const life = new AbortController();
		const inner = AbortSignal.any([signal, life.signal]);
		const left = when(store, state => wanted(state) !== path, inner);
		const work = readViewed(context, path, inner);
		await Promise.race([left, work]);
		life.abort();
		const error = await work;
		await left;
		if (error === undefined || signal.aborted) continue;
		store.dispatch({type: 'file/left'});
		const text = `${path} cannot be read: ${toFailure(error).message}`;
		store.dispatch({type: 'message/added', level: 'error', text, atMillis: clock.now()});
	}
};

/** What went wrong, if anything. */
const readViewed = async (
	{store, engine}: SyncContext,
	path: string,
	signal: AbortSignal,
): Promise<unknown> => {
	const container = selectedContainer(store.getState());
	if (container === undefined) return new Error('the container has gone');
	const life = new AbortController();
	const inner = AbortSignal.any([signal, life.signal]);
	try {
		// An archive of a link is the link.
		const end = await followLink(engine.files, container.ref, path, inner);
		const archive = await engine.files.read(container.ref, end.path, inner);
		const head = await headOf(archive, mostShownBytes);
		if (signal.aborted) return undefined;
		if (head === undefined) return new Error('it is no file');
		store.dispatch({type: 'file/read', path, content: contentOf(head.bytes, head.sizeBytes)});
		return undefined;
	} catch (error) {
		return signal.aborted || isAbortError(error) ? undefined : error;
	} finally {
		life.abort();
	}
};
