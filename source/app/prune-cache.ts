import {lstat, readdir, rmdir, unlink, utimes} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

const dayMillis = 24 * 3600 * 1000;
/** What no start has read or written for so long is of a version of dockmon or of Node.js that is gone. */
const keptMillis = 30 * dayMillis;
/** Looking at some hundreds of files is not worth it with every start. */
const everyMillis = 7 * dayMillis;

/** As Node.js names them: `v24.11.0-x64-48203728-1000`, and in there `011df44a`, or with an end while it writes. */
const folderName = /^v\d+\.\d+\.\d+[\w.+-]*-[\da-f]+-\d+$/;
const fileName = /^[\da-f]+(\.\w+)?$/;

/**
 * Removes what Node.js has compiled and nobody uses any more from the folder that is dockmon's own. Touches
 * nothing that is a link, belongs to somebody else, or is called otherwise. When it was done last says the time
 * of the folder itself.
 */
export const pruneCache = async (folder: string, nowMillis: number): Promise<void> => {
	const {mtimeMs} = await lstat(folder);
	// One of tomorrow is of a clock that was wrong.
	if (mtimeMs <= nowMillis && nowMillis - mtimeMs < everyMillis) return;
	for (const name of await readdir(folder))
		if (folderName.test(name)) await pruneVersion(path.join(folder, name), nowMillis);
	await utimes(folder, nowMillis / 1000, nowMillis / 1000);
};

const pruneVersion = async (folder: string, nowMillis: number): Promise<void> => {
	const found = await lstat(folder);
	if (!found.isDirectory() || found.uid !== process.getuid?.()) return;
	let isEmpty = true;
	for (const name of await readdir(folder))
		if (!(await isRemoved(folder, name, nowMillis))) isEmpty = false;
	if (isEmpty) await rmdir(folder);
};

const isRemoved = async (folder: string, name: string, nowMillis: number): Promise<boolean> => {
	if (!fileName.test(name)) return false;
	const file = path.join(folder, name);
	const found = await lstat(file);
	// Being read leaves its time too, once a day, where the disk keeps such times at all.
	const usedMillis = Math.max(found.mtimeMs, found.atimeMs);
	if (!found.isFile() || found.uid !== process.getuid?.()) return false;
	if (nowMillis - usedMillis < keptMillis) return false;
	await unlink(file);
	return true;
};
