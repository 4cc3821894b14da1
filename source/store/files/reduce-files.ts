import {folderOf, nameOf} from '../../model/files/file-entry.ts';
import {known} from '../../model/known.ts';
import type {Action} from '../action.ts';
import {cursorIndex} from '../page-cursor.ts';
import type {State} from '../state.ts';
import {type FilesState, noFiles, reachStep} from './files-state.ts';
import {selectFiles} from './select-files.ts';

export const reduceFiles = (state: State, action: Action): State => {
	const files = nextFiles(state.files, action);
	if (files === state.files) return state;
	const next = {...state, files};
	if (action.type === 'files/wanted') return withCursor(next, state);
	if (action.type === 'files/listed') return withFirst(next);
	if (action.type === 'files/sorted' || action.type === 'files/dots-turned') return withIndex(next);
	// It is shown when there is something to show.
	if (action.type === 'file/read') return withOverlay(next);
	return next;
};

const nextFiles = (files: FilesState, action: Action): FilesState => {
	switch (action.type) {
		case 'endpoint/chosen':
			return {...noFiles, order: files.order, hidesDots: files.hidesDots};
		case 'frame/view-chosen':
			// What was read before is shown until it is read again.
			return action.view === 'files' && files.key !== undefined
				? {...files, wish: files.wish + 1}
				: files;
		case 'files/wanted': {
			const {key, path, via} = action;
			const {viewed: _, via: __, following: ___, ...rest} = files;
			return {
				...{...rest, ...known('via', via), key, path},
				...{wish: files.wish + 1, reach: 1, listing: {status: 'loading'}},
				...(key === files.key ? {} : {known: noFiles.known, peeks: noFiles.peeks}),
			};
		}
		case 'files/read-on':
			return {...files, reach: files.reach * reachStep, wish: files.wish + 1};
		case 'files/sorted':
			return {...files, order: action.order};
		case 'files/dots-turned':
			return {...files, hidesDots: !files.hidesDots};
		case 'files/listed': {
			const {listing: value, wish} = action;
			// A link leads to another folder than was asked for.
			return wish === files.wish
				? {
						...{...files, path: value.path, answered: wish, listing: {status: 'ready', value}},
						known: withLatest(files.known, value.path, value.entries),
						// It was read again, for its files may have changed.
						peeks: noFiles.peeks,
					}
				: files;
		}
		case 'files/failed':
			return action.wish === files.wish
				? {...files, answered: action.wish, listing: {status: 'failed', failure: action.failure}}
				: files;
		case 'link/wanted':
			return {...files, following: action.path};
		case 'link/left':
			return withoutLink(files);
		case 'file/wanted': {
			const {path, via} = action;
			return {...withoutLink(files), viewed: {path, ...known('via', via)}};
		}
		case 'file/read':
			return files.viewed?.path === action.path
				? {...files, viewed: {...files.viewed, content: action.content}}
				: files;
		case 'file/left': {
			const {viewed: _, ...rest} = files;
			return rest;
		}
		case 'file/peeked':
			return withPeek(files, action);
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

const withoutLink = ({following: _, ...files}: FilesState): FilesState => files;

const withPeek = (
	files: FilesState,
	{key, path, peek}: Extract<Action, {type: 'file/peeked'}>,
): FilesState =>
	key === files.key ? {...files, peeks: withLatest(files.peeks, path, peek)} : files;

const mostKnown = 24;

const withLatest = <Value>(
	before: ReadonlyMap<string, Value>,
	path: string,
	value: Value,
): ReadonlyMap<string, Value> => {
	const others = [...before].filter(([each]) => each !== path);
	return new Map([...others.slice(1 - mostKnown), [path, value]]);
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

/** The cursor stays on its file; where that is hidden, on what stands in its place. */
const withIndex = (state: State): State => {
	const {files: place} = state.places;
	const all = selectFiles(state);
	const index = place === undefined ? -1 : cursorIndex(all, place);
	const id = all[index]?.id;
	if (place === undefined || id === undefined) return state;
	return {...state, places: {...state.places, files: {...place, id, index}}};
};

/** The cursor is seen from the beginning, so that the first step goes on from there. */
const withFirst = (state: State): State => {
	const [first] = selectFiles(state);
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
