import type {FileContent} from '../../model/files/file-content.ts';
import type {FileListing} from '../../model/files/file-entry.ts';
import type {ContainerKey} from '../../model/ids.ts';
import type {Failure} from '../failure.ts';

type Listing =
	| {readonly status: 'loading'}
	| {readonly status: 'ready'; readonly value: FileListing}
	| {readonly status: 'failed'; readonly failure: Failure};

/** A file that is being read, or open. */
export interface ViewedFile {
	readonly path: string;
	/** Undefined while it is read. */
	readonly content?: FileContent;
}

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
	readonly listing: Listing;
	readonly viewed?: ViewedFile;
	/** One at a time. */
	readonly copy?: FileCopy;
}

export const noFiles: FilesState = {path: '/', wish: 0, listing: {status: 'loading'}};
