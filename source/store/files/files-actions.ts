import type {FileContent} from '../../model/files/file-content.ts';
import type {FileListing} from '../../model/files/file-entry.ts';
import type {ContainerKey} from '../../model/ids.ts';
import type {Failure} from '../failure.ts';
import type {FileCopy} from './files-state.ts';

/** What happens with files of a container. */
export type FilesAction =
	/** A folder is to be read, of this container; the same one again too. */
	| {readonly type: 'files/wanted'; readonly key: ContainerKey; readonly path: string}
	| {readonly type: 'files/listed'; readonly wish: number; readonly listing: FileListing}
	| {readonly type: 'files/failed'; readonly wish: number; readonly failure: Failure}
	| {readonly type: 'file/wanted'; readonly path: string}
	| {readonly type: 'file/read'; readonly path: string; readonly content: FileContent}
	| {readonly type: 'file/left'}
	| {readonly type: 'copy/began'; readonly copy: FileCopy}
	| {
			readonly type: 'copy/advanced';
			readonly bytes: number;
			readonly files: number;
	  }
	| {readonly type: 'copy/ended'};
