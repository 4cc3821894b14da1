import type {FileFacts} from '../files/file-entry.ts';

/** A file in an archive. */
export interface TarEntry extends FileFacts {
	/** As it is written there: foreign text, of which nothing is believed (`tar-names.ts`). */
	readonly path: string;
	/** Bytes of its content that follow in the archive. */
	readonly sizeBytes: number;
}

export const blockBytes = 512;

/** Bytes that fill the last block of a content. */
export const paddingOf = (sizeBytes: number): number =>
	(blockBytes - (sizeBytes % blockBytes)) % blockBytes;
