import type {Container} from '../../model/container.ts';
import type {FileEntry} from '../../model/files/file-entry.ts';
import {refKey} from '../../model/ids.ts';
import {cursorIndex} from '../page-cursor.ts';
import {selectedContainer} from '../select-target.ts';
import type {State} from '../state.ts';

/** A row of the screen of files. */
export interface FileRow extends FileEntry {
	readonly id: string;
}

const none: readonly FileRow[] = [];

/** What is in the folder, where it was read of the selected container. */
export const selectFiles = ({files}: State): readonly FileRow[] => {
	const {listing} = files;
	if (listing.status !== 'ready') return none;
	const known = rows.get(listing);
	if (known !== undefined) return known;
	const made = listing.value.entries.map((entry): FileRow => ({...entry, id: entry.name}));
	rows.set(listing, made);
	return made;
};

const rows = new WeakMap<object, readonly FileRow[]>();

/** The one under the cursor; the first where it was not moved. */
export const selectedFile = (state: State): FileRow | undefined => {
	const all = selectFiles(state);
	const {files: place} = state.places;
	return all[place === undefined ? 0 : cursorIndex(all, place)];
};

/** Whose files are shown: none where another one is selected by now. */
export const filesContainer = (state: State): Container | undefined => {
	const container = selectedContainer(state);
	return container && refKey(container.ref) === state.files.key ? container : undefined;
};
