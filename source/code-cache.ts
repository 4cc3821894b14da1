// Nothing but Node's own modules may be imported here: see `cli.ts`.
import {readFileSync} from 'node:fs';
import {lstat, open, readdir, rename, rm, unlink} from 'node:fs/promises';
import process from 'node:process';
import zlib from 'node:zlib';

const sumBytes = 4;

/** Exclusive, so that nothing that was laid there is written through. */
const openNew = 'wx';

/**
 * Compiled code that was kept in a file, or undefined: none is there, or not the whole of it. V8 itself looks
 * at the versions only, and crashes over a damaged byte.
 */
export const readCode = (file: string): Buffer | undefined => {
	// Node.js 22.0 and 22.1 have no such sum.
	if (zlib.crc32 === undefined) return undefined;
	let kept: Buffer;
	try {
		kept = readFileSync(file);
	} catch {
		// Never written, or not readable: the program is compiled anew.
		return undefined;
	}
	if (kept.length <= sumBytes) return undefined;
	const code = kept.subarray(0, -sumBytes);
	return zlib.crc32(code) === kept.readUInt32LE(code.length) ? code : undefined;
};

/** Keeps compiled code for the next start; none is kept where the file cannot be written. */
export const writeCode = async (file: string, code: Buffer): Promise<void> => {
	if (zlib.crc32 === undefined) return;
	const sum = Buffer.alloc(sumBytes);
	sum.writeUInt32LE(zlib.crc32(code));
	const fresh = `${file}.${process.pid}`;
	try {
		const handle = await open(fresh, openNew, 0o600);
		try {
			await handle.writeFile(Buffer.concat([code, sum]));
			// A name must not outlive, in a loss of power, what it names.
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(fresh, file);
	} catch {
		// A full disk, or a folder that is gone: the next start compiles anew, as this one did.
		await rm(fresh, {force: true}).catch(() => undefined);
	}
};

/** As `loadProgram` names them, with an end while they are written. */
const cacheName = /^[a-z-]+-v\d[\w.+-]*\.code(\.\d+)?$/;
const unusedMillis = 30 * 24 * 3600 * 1000;

/**
 * Removes code that no start has used for thirty days: of a version of dockmon or Node.js that is gone. Touches
 * nothing that is a link, belongs to somebody else, or is called otherwise.
 */
export const pruneCode = async (folder: string, nowMillis: number): Promise<void> => {
	try {
		for (const name of await readdir(folder)) {
			if (!cacheName.test(name)) continue;
			const file = `${folder}/${name}`;
			const found = await lstat(file);
			// Being read leaves its time too, once a day, where the disk keeps such times at all.
			const usedMillis = Math.max(found.mtimeMs, found.atimeMs);
			const isOurs = found.isFile() && found.uid === process.getuid?.();
			if (isOurs && nowMillis - usedMillis > unusedMillis) await unlink(file);
		}
	} catch {
		// Another dockmon was at it, or the folder has gone: the next version tidies up.
	}
};
