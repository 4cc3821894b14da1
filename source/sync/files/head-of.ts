import {readTar} from '../../model/tar/read-tar.ts';

interface Head {
	readonly bytes: Uint8Array;
	readonly sizeBytes: number;
}

/** What the file that an archive is of begins with, so many bytes at most; undefined for what is none. */
export const headOf = async (
	archive: AsyncIterable<Uint8Array>,
	mostBytes: number,
): Promise<Head | undefined> => {
	const pieces: Uint8Array[] = [];
	let sizeBytes: number | undefined;
	let readBytes = 0;
	for await (const part of readTar(archive)) {
		if (part.kind === 'content') {
			pieces.push(part.bytes.slice(0, mostBytes - readBytes));
			readBytes += part.bytes.length;
			if (readBytes >= mostBytes) break;
			continue;
		}
		// Behind the first one is what is in a folder.
		if (sizeBytes !== undefined || part.entry.kind !== 'file') break;
		({sizeBytes} = part.entry);
	}
	return sizeBytes === undefined ? undefined : {bytes: Buffer.concat(pieces), sizeBytes};
};
