import type {EngineFiles} from '../../engine/engine-files.ts';
import {EngineError, isAbortError} from '../../model/engine-error.ts';
import {type FileKind, folderOf, resolvePath} from '../../model/files/file-entry.ts';
import {type ContainerKey, type ContainerRef, refKey} from '../../model/ids.ts';
import {filesContainer} from '../../store/files/select-files.ts';
import type {State} from '../../store/state.ts';
import type {SyncContext} from '../context.ts';
import {toFailure} from '../failure.ts';
import {when} from '../when.ts';

/** As many as the kernel follows is more than anybody wants to wait for. */
const mostLinks = 10;

/** Where a path leads in the end, by however many links; itself where it is none. */
export const followLink = async (
	files: EngineFiles,
	ref: ContainerRef,
	start: string,
	signal: AbortSignal,
): Promise<{readonly path: string; readonly kind: FileKind}> => {
	let path = start;
	for (let step = 0; step < mostLinks; step++) {
		const {kind, linkTarget} = await files.stat(ref, path, signal);
		if (kind !== 'link' || linkTarget === undefined) return {path, kind};
		path = resolvePath(folderOf(path), linkTarget);
	}
	throw new EngineError('invalid', `${start} leads from link to link`);
};

/** Opens what the link leads to that is to be followed: a folder, or a file. */
export const pumpLinks = async (context: SyncContext): Promise<void> => {
	const {store, signal} = context;
	const wanted = ({files}: State): string | undefined => files.following;
	while (!signal.aborted) {
		await when(store, state => wanted(state) !== undefined, signal);
		const link = wanted(store.getState());
		if (signal.aborted || link === undefined) return;
		const life = new AbortController();
		const inner = AbortSignal.any([signal, life.signal]);
		const left = when(store, state => wanted(state) !== link, inner);
		await Promise.race([left, follow(context, link, inner)]);
		life.abort();
		await left;
	}
};

const follow = async (
	{store, engine, clock}: SyncContext,
	link: string,
	signal: AbortSignal,
): Promise<void> => {
	const container = filesContainer(store.getState());
	const say = (level: 'info' | 'error', text: string): void => {
		store.dispatch({type: 'link/left'});
		store.dispatch({type: 'message/added', level, text, atMillis: clock.now()});
	};
	if (container === undefined) {
		store.dispatch({type: 'link/left'});
		return;
	}
	try {
		const {path, kind} = await followLink(engine.files, container.ref, link, signal);
		if (signal.aborted) return;
		const key = refKey(container.ref);
		// A path is of the selected container: by now that may be another one.
		if (!isShown(store.getState(), key)) {
			store.dispatch({type: 'link/left'});
			return;
		}
		if (kind === 'folder') store.dispatch({type: 'files/wanted', key, path, via: link});
		else if (kind === 'file' || kind === 'hard link')
			store.dispatch({type: 'file/wanted', path, via: link});
		else say('info', `${link} leads to ${path}, which is no file with a content`);
	} catch (error) {
		if (signal.aborted || isAbortError(error)) return;
		say('error', `${link} leads nowhere: ${toFailure(error).message}`);
	}
};

const isShown = (state: State, key: ContainerKey): boolean => {
	const container = filesContainer(state);
	return container !== undefined && refKey(container.ref) === key && state.frame.view === 'files';
};
