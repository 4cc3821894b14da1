import {folderOf, nameOf} from '../../model/files/file-entry.ts';
import type {Action} from '../action.ts';
import type {State} from '../state.ts';
import {type FilesState, noFiles} from './files-state.ts';

export const reduceFiles = (state: State, action: Action): State => {
	const files = nextFiles(state.files, action);
	if (files === state.files) return state;
	const next = {...state, files};
	if (action.type === 'files/wanted') return withCursor(next, state);
	if (action.type === 'files/listed') return withFirst(next);
	// It is shown when there is something to show.
	if (action.type === 'file/read') return withOverlay(next);
	return next;
};

const nextFiles = (files: FilesState, action: Action): FilesState => {
	switch (action.type) {
		case 'endpoint/chosen':
			return noFiles;
		case 'frame/view-chosen':
			// What was read before is shown until it is read again.
			return action.view === 'files' && files.key !== undefined
				? {...files, wish: files.wish + 1}
				: files;
		case 'files/wanted': {
			const {key, path} = action;
			const {viewed: _, ...rest} = files;
			return {...rest, key, path, wish: files.wish + 1, listing: {status: 'loading'}};
		}
		case 'files/listed': {
			const {listing: value, wish} = action;
			// A link leads to another folder than was asked for.
			return wish === files.wish
				? {...files, path: value.path, listing: {status: 'ready', value}}
				: files;
		}
		case 'files/failed':
			return action.wish === files.wish
				? {...files, listing: {status: 'failed', failure: action.failure}}
				: files;
		case 'file/wanted':
			return {...files, viewed: {path: action.path}};
		case 'file/read':
			return files.viewed?.path === action.path
				? {...files, viewed: {path: action.path, content: action.content}}
				: files;
		case 'file/left': {
			const {viewed: _, ...rest} = files;
			return rest;
		}
		case 'copy/began':
			return {...files, copy: action.copy};
		case 'copy/advanced':
			return files.copy === undefined
				? files
				: {...files, copy: {...files.copy, bytes: action.bytes, files: action.files}};
		case 'copy/ended': {
			const {copy: _, ...rest} = files;
			return rest;
		}
		default:
			return files;
	}
};

/** One goes up to where one came from, and down to the top. */
const withCursor = (state: State, {files: before}: State): State => {
	const {files: left, ...places} = state.places;
	const {path, key} = state.files;
	if (key === before.key && path === before.path) return state;
	const isUp = key === before.key && before.path !== '/' && folderOf(before.path) === path;
	if (!isUp) return {...state, places};
	const files = {id: nameOf(before.path), index: left?.index ?? 0, row: left?.row ?? 0};
	return {...state, places: {...places, files}};
};

/** The cursor is seen from the beginning, so that the first step goes on from there. */
const withFirst = (state: State): State => {
	const {listing} = state.files;
	const [first] = listing.status === 'ready' ? listing.value.entries : [];
	if (first === undefined || state.places.files !== undefined) return state;
	return {...state, places: {...state.places, files: {id: first.name, index: 0, row: 0}}};
};

const withOverlay = (state: State): State => {
	const {frame} = state;
	return {
		...state,
		frame: {...frame, overlays: [...frame.overlays, {kind: 'file', top: 0}]},
	};
};
