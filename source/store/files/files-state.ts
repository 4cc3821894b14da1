import type {FileContent} from '../../model/files/file-content.ts';
import type {FileEntry, FileListing} from '../../model/files/file-entry.ts';
import type {FileOrder} from '../../model/files/sort-files.ts';
import type {ContainerKey} from '../../model/ids.ts';
import type {Failure} from '../failure.ts';

type Listing =
	| {readonly status: 'loading'}
	| {readonly status: 'ready'; readonly value: FileListing}
	| {readonly status: 'failed'; readonly failure: Failure};

/** A file that is being read, or open. */
export interface ViewedFile {
	readonly path: string;
	/** The link that leads to it, where one was followed. */
	readonly via?: string;
	/** Undefined while it is read. */
	readonly content?: FileContent;
}

/** What a file under the cursor begins with, or why nothing can be shown of it. */
export type Peek =
	| {readonly status: 'ready'; readonly content: FileContent}
	| {readonly status: 'failed'; readonly message: string};

/** Files on their way between a container and this machine. */
export interface FileCopy {
	readonly direction: 'out' | 'in';
	/** Of the container; foreign text. */
	readonly name: string;
	/** What is copied, and where to: the path of a container, and one of this machine. */
	readonly from: string;
	readonly to: string;
	readonly startedAtMillis: number;
	readonly bytes: number;
	readonly files: number;
	/** Undefined where nobody knows. */
	readonly totalBytes?: number;
}

/** The screen of files: of the selected container, one folder at a time. */
export interface FilesState {
	/** Whose they are; undefined before the screen was opened. */
	readonly key?: ContainerKey;
	readonly path: string;
	/** Grows with each wish to read the folder: an answer to an earlier one is dropped. */
	readonly wish: number;
	/** The wish that was answered last: another one means that it is being read. */
	readonly answered: number;
	/** How far a folder is read on where it was cut short: so many times as far as usual. */
	readonly reach: number;
	readonly listing: Listing;
	/** The link that led here, where one did. */
	readonly via?: string;
	readonly order: FileOrder;
	/** What begins with a dot is left out. */
	readonly hidesDots: boolean;
	/** Folders of this container that were read, by path, the latest last. */
	readonly known: ReadonlyMap<string, readonly FileEntry[]>;
	/** Files of this container that the cursor stood on since a folder was read, by path, the latest last. */
	readonly peeks: ReadonlyMap<string, Peek>;
	/** A link of which is looked where it leads. */
	readonly following?: string;
	readonly viewed?: ViewedFile;
	/** One at a time. */
	readonly copy?: FileCopy;
}

/** Each time it is read on. */
export const reachStep = 4;
export const mostReach = 64;

export const noFiles: FilesState = {
	...{path: '/', wish: 0, answered: 0, reach: 1, listing: {status: 'loading'}},
	...{order: {sort: 'name', isReversed: false}, hidesDots: false},
	...{known: new Map(), peeks: new Map()},
};
