import {access, readFile} from 'node:fs/promises';
import {connect} from 'node:net';
import type {EndpointFiles} from './endpoint-files.ts';

/** A connection over a socket file is made at once or never. */
const acceptMillis = 500;

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
	accepts: path =>
		new Promise(resolve => {
			const socket = connect({path, timeout: acceptMillis});
			const answer = (isAccepted: boolean) => (): void => {
				socket.destroy();
				resolve(isAccepted);
			};
			socket.on('connect', answer(true));
			socket.on('timeout', answer(false));
			socket.on('error', answer(false));
		}),
};

const isMissing = (error: unknown): boolean => {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	return code === 'ENOENT' || code === 'ENOTDIR';
};
