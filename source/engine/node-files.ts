import {access, readFile} from 'node:fs/promises';
import type {EndpointFiles} from './endpoint-files.ts';

/** The file system of this machine. */
export const nodeFiles: EndpointFiles = {
	async readText(path) {
		try {
			return await readFile(path, 'utf8');
		} catch (error) {
			if (isMissing(error)) return undefined;
			throw error;
		}
	},
	async exists(path) {
		try {
			await access(path);
			return true;
		} catch {
			// Also where the folder may not be entered: such a socket is of no use to this user.
			return false;
		}
	},
};

const isMissing = (error: unknown): boolean => {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	return code === 'ENOENT' || code === 'ENOTDIR';
};
