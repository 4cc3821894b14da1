import type {Container} from '../../model/container.ts';
import {type FileEntry, pathIn} from '../../model/files/file-entry.ts';
import {type FileOrder, sortFiles} from '../../model/files/sort-files.ts';
import {type FileSum, sumFiles} from '../../model/files/sum-files.ts';
import {refKey} from '../../model/ids.ts';
import {cursorIndex} from '../page-cursor.ts';
import {selectedContainer} from '../select-target.ts';
import type {State} from '../state.ts';

/** A row of the screen of files. */
export interface FileRow extends FileEntry {
	readonly id: string;
}

/** What is shown of a folder. */
interface Shown {
	readonly rows: readonly FileRow[];
	/** Of all of it, also of what is hidden. */
	readonly sum: FileSum;
	/** Those that are left out because their names begin with a dot. */
	readonly hidden: number;
	readonly order: FileOrder;
	readonly hidesDots: boolean;
}

const none: Shown = {
	...{rows: [], sum: sumFiles([]), hidden: 0},
	...{order: {sort: 'name', isReversed: false}, hidesDots: false},
};

/** What is in the folder, where it was read of the selected container. */
export const selectFiles = (state: State): readonly FileRow[] => shownFiles(state).rows;

/** The same with what it comes to. A folder may hold tens of thousands: it is made once for each order. */
export const shownFiles = ({files}: State): Shown => {
	const {listing, order, hidesDots} = files;
	if (listing.status !== 'ready') return none;
	const before = made.get(listing);
	if (before?.order === order && before.hidesDots === hidesDots) return before;
	const {entries} = listing.value;
	const kept = hidesDots ? entries.filter(({name}) => !name.startsWith('.')) : entries;
	const rows = sortFiles(kept, order).map((entry): FileRow => ({...entry, id: entry.name}));
	const sum = before?.sum ?? sumFiles(entries);
	const shown = {rows, sum, hidden: entries.length - kept.length, order, hidesDots};
	made.set(listing, shown);
	return shown;
};

const made = new WeakMap<object, Shown>();

/** The one under the cursor; the first where it was not moved. */
export const selectedFile = (state: State): FileRow | undefined => {
	const all = selectFiles(state);
	const {files: place} = state.places;
	return all[place === undefined ? 0 : cursorIndex(all, place)];
};

/** The path of the file under the cursor of which is shown what it begins with; undefined where it is none, or empty. */
export const peekPath = (state: State): string | undefined => {
	const file = selectedFile(state);
	if (file === undefined || filesContainer(state) === undefined) return undefined;
	const hasContent = file.kind === 'file' || file.kind === 'hard link';
	return hasContent && file.sizeBytes !== 0 ? pathIn(state.files.path, file.name) : undefined;
};

/** Whose files are shown: none where another one is selected by now. */
export const filesContainer = (state: State): Container | undefined => {
	const container = selectedContainer(state);
	return container && refKey(container.ref) === state.files.key ? container : undefined;
};
