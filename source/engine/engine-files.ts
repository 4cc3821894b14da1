import type {FileFacts, FileListing} from '../model/files/file-entry.ts';
import type {ContainerRef} from '../model/ids.ts';

export interface ListOptions {
	readonly mayRun: boolean;
	readonly reach?: number;
}

/** Files of containers: also of stopped ones, and of those without a shell. Paths are absolute. */
export interface EngineFiles {
	/**
	 * What is in a folder. `mayRun`: the container runs, so that a shell in it may be asked, which is quick;
	 * else all that is below it comes as an archive, and what is not read in time is said to be missing.
	 * `reach`: so many times as far, and as long, as usual.
	 */
	list(
		ref: ContainerRef,
		path: string,
		options: ListOptions,
		signal: AbortSignal,
	): Promise<FileListing>;
	/** Rejects `not-found` for what is not there. */
	stat(ref: ContainerRef, path: string, signal: AbortSignal): Promise<FileFacts>;
	/** An archive of it and of all below it, which begins with itself. */
	read(ref: ContainerRef, path: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
	/** Unpacks an archive into a folder that is there; a folder is never replaced by a file, nor the other way. */
	write(
		ref: ContainerRef,
		folder: string,
		archive: AsyncIterable<Uint8Array>,
		signal: AbortSignal,
	): Promise<void>;
}
