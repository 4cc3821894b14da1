import type {FileContent} from '../../model/files/file-content.ts';
import type {FileListing} from '../../model/files/file-entry.ts';
import type {FileOrder} from '../../model/files/sort-files.ts';
import type {ContainerKey} from '../../model/ids.ts';
import type {Failure} from '../failure.ts';
import type {FileCopy, Peek} from './files-state.ts';

/** What happens with files of a container. */
export type FilesAction =
	/** A folder is to be read, of this container; the same one again too. */
	| {
			readonly type: 'files/wanted';
			readonly key: ContainerKey;
			readonly path: string;
			/** The link that leads there. */
			readonly via?: string;
	  }
	/** More of the same folder than was read of it. */
	| {readonly type: 'files/read-on'}
	| {readonly type: 'files/sorted'; readonly order: FileOrder}
	| {readonly type: 'files/dots-turned'}
	| {readonly type: 'files/listed'; readonly wish: number; readonly listing: FileListing}
	| {readonly type: 'files/failed'; readonly wish: number; readonly failure: Failure}
	/** A link is to be followed to its end, to a folder or a file. */
	| {readonly type: 'link/wanted'; readonly path: string}
	| {readonly type: 'link/left'}
	| {readonly type: 'file/wanted'; readonly path: string; readonly via?: string}
	| {readonly type: 'file/read'; readonly path: string; readonly content: FileContent}
	| {readonly type: 'file/left'}
	| {
			readonly type: 'file/peeked';
			readonly key: ContainerKey;
			readonly path: string;
			readonly peek: Peek;
	  }
	| {readonly type: 'copy/began'; readonly copy: FileCopy}
	| {
			readonly type: 'copy/advanced';
			readonly bytes: number;
			readonly files: number;
	  }
	| {readonly type: 'copy/ended'};
