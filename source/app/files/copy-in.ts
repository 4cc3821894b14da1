import {constants, type Stats} from 'node:fs';
import {lstat, open, readdir} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {EngineFiles} from '../../engine/engine-files.ts';
import {EngineError} from '../../model/engine-error.ts';
import {pathIn} from '../../model/files/file-entry.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {tarEnd, tarHeader, tarPadding} from '../../model/tar/write-tar.ts';
import type {Copied} from './copy-out.ts';

export interface CopyInRequest {
	readonly files: EngineFiles;
	readonly ref: ContainerRef;
	/** Absolute, of this machine. */
	readonly from: string;
	/** In the container. */
	readonly folder: string;
	readonly onTotal: (bytes: number) => void;
	readonly onProgress: (bytes: number, files: number) => void;
}

/** What is to be sent: as it was looked at, its folder before what is in it. */
interface Item {
	readonly path: string;
	/** In the archive. */
	readonly name: string;
	readonly stats: Stats;
}

const mostItems = 200_000;
const chunkBytes = 64 * 1024;

/**
 * Copies a file or folder of this machine into a folder of a container, under its own name, which must be
 * free there. Links are neither followed nor copied. Rejects in words that can be shown.
 */
export const copyIn = async (request: CopyInRequest, signal: AbortSignal): Promise<Copied> => {
	const {files, ref, from, folder} = request;
	const target = pathIn(folder, basename(from));
	const stats = await lstat(from);
	if (!stats.isFile() && !stats.isDirectory())
		throw new Error('it is a link, a device or a socket');
	if (await isThere(files, ref, target, signal))
		throw new Error(`there is a ${target} in the container already`);
	const items: Item[] = [];
	const leftOut = await collect({path: from, name: basename(from), stats}, items, signal);
	request.onTotal(items.reduce((sum, item) => sum + sizeOf(item), 0));
	const done = {bytes: 0, files: 0};
	await files.write(ref, folder, archiveOf(items, request, done, signal), signal);
	await verify(request, target, items, signal);
	return {path: target, ...done, leftOut};
};

const sizeOf = ({stats}: Item): number => (stats.isFile() ? stats.size : 0);

const isThere = async (
	files: EngineFiles,
	ref: ContainerRef,
	path: string,
	signal: AbortSignal,
): Promise<boolean> => {
	try {
		await files.stat(ref, path, signal);
		return true;
	} catch (error) {
		if (error instanceof EngineError && error.kind === 'not-found') return false;
		throw error;
	}
};

/** How many were left out. */
const collect = async (item: Item, items: Item[], signal: AbortSignal): Promise<number> => {
	signal.throwIfAborted();
	if (!item.stats.isFile() && !item.stats.isDirectory()) return 1;
	if (items.push(item) > mostItems) throw new Error(`it has more than ${mostItems} files`);
	if (!item.stats.isDirectory()) return 0;
	let leftOut = 0;
	for (const entry of (await readdir(item.path)).sort()) {
		const path = join(item.path, entry);
		const next = {path, name: `${item.name}/${entry}`, stats: await lstat(path)};
		leftOut += await collect(next, items, signal);
	}
	return leftOut;
};

async function* archiveOf(
	items: readonly Item[],
	{onProgress}: CopyInRequest,
	done: {bytes: number; files: number},
	signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
	for (const item of items) {
		signal.throwIfAborted();
		const {name, stats} = item;
		const sizeBytes = sizeOf(item);
		yield tarHeader({
			...{path: name, kind: stats.isDirectory() ? 'folder' : 'file', sizeBytes},
			...{mode: stats.mode & 0o777, modifiedMillis: stats.mtimeMs},
		});
		if (!stats.isFile()) continue;
		for await (const bytes of contentOf(item, sizeBytes)) {
			yield bytes;
			done.bytes += bytes.length;
			onProgress(done.bytes, done.files);
		}
		yield tarPadding(sizeBytes);
		done.files++;
	}
	yield tarEnd;
}

/** Exactly as many bytes as were announced. */
async function* contentOf({path, stats}: Item, sizeBytes: number): AsyncGenerator<Uint8Array> {
	// Another file may stand there by now, or a link.
	const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
	try {
		const now = await file.stat();
		if (now.ino !== stats.ino || now.dev !== stats.dev)
			throw new Error(`${path} has changed while it was copied`);
		for (let left = sizeBytes; left > 0; ) {
			const {bytesRead, buffer} = await file.read({
				buffer: Buffer.alloc(Math.min(chunkBytes, left)),
			});
			if (bytesRead === 0) throw new Error(`${path} has become shorter while it was copied`);
			left -= bytesRead;
			yield buffer.subarray(0, bytesRead);
		}
	} finally {
		await file.close();
	}
}

/** That the engine took it is not yet that it is there. */
const verify = async (
	{files, ref}: CopyInRequest,
	target: string,
	[first]: readonly Item[],
	signal: AbortSignal,
): Promise<void> => {
	const {kind, sizeBytes} = await files.stat(ref, target, signal);
	if (first?.stats.isFile() && (kind !== 'file' || sizeBytes !== first.stats.size))
		throw new Error(`${target} is not what was sent`);
};
