import type {FileEntry} from './file-entry.ts';

/** What there is of what in a folder. */
export interface FileSum {
	readonly folders: number;
	readonly files: number;
	readonly links: number;
	readonly others: number;
	/** Of the files; undefined where the size of one is not known. */
	readonly bytes?: number;
}

export const sumFiles = (entries: readonly FileEntry[]): FileSum => {
	const counts = {folders: 0, files: 0, links: 0, others: 0};
	let bytes: number | undefined = 0;
	for (const {kind, sizeBytes} of entries) {
		if (kind === 'folder') counts.folders++;
		else if (kind === 'link') counts.links++;
		else if (kind === 'other') counts.others++;
		else {
			counts.files++;
			bytes = bytes === undefined || sizeBytes === undefined ? undefined : bytes + sizeBytes;
		}
	}
	return bytes === undefined ? counts : {...counts, bytes};
};
