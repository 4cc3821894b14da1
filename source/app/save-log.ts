import {constants} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import {join} from 'node:path';

export interface LogFile {
	/** What it is of: a container, a project; foreign text. */
	readonly subject: string;
	readonly extension: 'log' | 'ndjson' | 'csv' | 'json';
	/** One at a time, without a newline. */
	readonly lines: Iterable<string>;
}

const mostTries = 100;
/** Characters that are written at once. */
const chunkLength = 256 * 1024;

/**
 * Writes a new file into the folder, readable by its owner alone, and tells its path. Never overwrites,
 * and never goes through a link: a name that is taken gets a number. Rejects with Node's error.
 */
export const saveLog = async (
	folder: string,
	{subject, extension, lines}: LogFile,
	now: Date,
): Promise<string> => {
	const name = `dockmon-${fileName(subject)}-${timeName(now)}`;
	const {path, file} = await create(folder, name, extension);
	try {
		let chunk = '';
		for (const line of lines) {
			chunk += `${line}\n`;
			if (chunk.length < chunkLength) continue;
			await file.writeFile(chunk);
			chunk = '';
		}
		await file.writeFile(chunk);
	} finally {
		await file.close();
	}
	return path;
};

const create = async (
	folder: string,
	name: string,
	extension: string,
): Promise<{readonly path: string; readonly file: FileHandle}> => {
	const flags =
		constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
	for (let number = 1; ; number++) {
		const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.${extension}`);
		try {
			return {path, file: await open(path, flags, 0o600)};
		} catch (error) {
			const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
			if (!isTaken || number === mostTries) throw error;
		}
	}
};

/** Names are foreign: no separators, no leading dot or dash, not endless. */
const fileName = (subject: string): string =>
	subject
		.slice(0, 200)
		.replaceAll(/[^\w.-]+/g, '-')
		.replaceAll(/^[.-]+|[.-]+$/g, '')
		.slice(0, 60) || 'log';

/** Local time, as the user's clock shows it, and sortable. */
const timeName = (now: Date): string => {
	const two = (value: number): string => String(value).padStart(2, '0');
	const date = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
	return `${date}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
};
