import {constants} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import {basename} from 'node:path';
import type {EngineFiles} from '../../engine/engine-files.ts';
import {EngineError} from '../../model/engine-error.ts';
import type {CopySurvey} from '../../model/files/copy-survey.ts';
import {type FileFacts, pathIn} from '../../model/files/file-entry.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {tarEnd, tarHeader, tarPadding} from '../../model/tar/write-tar.ts';
import type {Copied} from './copy-out.ts';
import {isGone, type LocalItem, lookAtLocal, walkLocal} from './local-tree.ts';

export interface CopyInPlace {
	readonly files: EngineFiles;
	readonly ref: ContainerRef;
	/** Absolute, of this machine. */
	readonly from: string;
	/** In the container. */
	readonly folder: string;
}

export interface CopyInRequest extends CopyInPlace {
	/** A file may take the place of a file. */
	readonly mayReplace?: boolean;
	readonly onTotal: (bytes: number) => void;
	readonly onProgress: (bytes: number, files: number) => void;
}

const mostItems = 200_000;
const chunkBytes = 64 * 1024;
/** Nobody waits longer for a question. */
const surveyMillis = 3000;

/**
 * Looks at what would be copied and at what is there, and changes nothing. Rejects, in words that can be
 * shown, where the copy could not be made.
 */
export const surveyCopyIn = async (
	place: CopyInPlace,
	signal: AbortSignal,
): Promise<CopySurvey> => {
	const item = await lookAtLocal(place.from);
	const {target, replaced} = await lookThere(place, item, signal);
	const until = performance.now() + surveyMillis;
	const count = {files: 0, bytes: 0, leftOut: 0, isWhole: true};
	for await (const found of walkLocal(item, signal)) {
		if (found === 'left out') count.leftOut++;
		else if (found.stats.isFile()) {
			count.files++;
			count.bytes += found.stats.size;
		}
		count.isWhole = performance.now() < until;
		if (!count.isWhole) break;
	}
	return {
		...{from: place.from, target, kind: item.stats.isFile() ? 'file' : 'folder'},
		...{mode: item.stats.mode & 0o777, ...count, ...known('replaced', replaced)},
	};
};

/**
 * Copies a file or folder of this machine into a folder of a container, under its own name, which must be
 * free there or a file that may be replaced by one. Links are neither followed nor copied. Rejects in words
 * that can be shown.
 */
export const copyIn = async (request: CopyInRequest, signal: AbortSignal): Promise<Copied> => {
	const {files, ref, folder, mayReplace = false} = request;
	const item = await lookAtLocal(request.from);
	const {target, replaced} = await lookThere(request, item, signal);
	if (replaced !== undefined && !mayReplace) throw isThereAlready(target);
	const items: LocalItem[] = [];
	let leftOut = 0;
	for await (const found of walkLocal(item, signal)) {
		if (found === 'left out') leftOut++;
		else if (items.push(found) > mostItems) throw new Error(`it has more than ${mostItems} files`);
	}
	request.onTotal(items.reduce((sum, each) => sum + sizeOf(each), 0));
	const done = {bytes: 0, files: 0};
	await files.write(ref, folder, archiveOf(items, request, done, signal), signal);
	await verify(request, target, item, signal);
	return {path: target, ...done, leftOut};
};

const sizeOf = ({stats}: LocalItem): number => (stats.isFile() ? stats.size : 0);

const isThereAlready = (target: string): Error =>
	new Error(`there is a ${target} in the container already`);

/** Where it will be, and the file that is there; rejects where anything else is. */
const lookThere = async (
	{files, ref, from, folder}: CopyInPlace,
	{stats}: LocalItem,
	signal: AbortSignal,
): Promise<{readonly target: string; readonly replaced?: FileFacts}> => {
	const target = pathIn(folder, basename(from));
	try {
		const replaced = await files.stat(ref, target, signal);
		if (replaced.kind !== 'file' || !stats.isFile()) throw isThereAlready(target);
		return {target, replaced};
	} catch (error) {
		if (error instanceof EngineError && error.kind === 'not-found') return {target};
		throw error;
	}
};

async function* archiveOf(
	items: readonly LocalItem[],
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
async function* contentOf(item: LocalItem, sizeBytes: number): AsyncGenerator<Uint8Array> {
	const file = await openSame(item);
	try {
		for (let left = sizeBytes; left > 0; ) {
			const {bytesRead, buffer} = await file.read({
				buffer: Buffer.alloc(Math.min(chunkBytes, left)),
			});
			if (bytesRead === 0) throw new Error(`${item.path} has become shorter while it was copied`);
			left -= bytesRead;
			yield buffer.subarray(0, bytesRead);
		}
	} finally {
		await file.close();
	}
}

/** Another file may stand there by now, or a link, or nothing. */
const openSame = async ({path, stats}: LocalItem): Promise<FileHandle> => {
	const file = await openPlain(path);
	const now = await file.stat();
	if (now.ino === stats.ino && now.dev === stats.dev) return file;
	await file.close();
	throw hasChanged(path);
};

const openPlain = async (path: string): Promise<FileHandle> => {
	try {
		return await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
	} catch (error) {
		if (isGone(error)) throw new Error(`${path} has gone while it was copied`);
		if (error instanceof Error && 'code' in error && error.code === 'ELOOP') throw hasChanged(path);
		throw error;
	}
};

const hasChanged = (path: string): Error => new Error(`${path} has changed while it was copied`);

/** That the engine took it is not yet that it is there. */
const verify = async (
	{files, ref}: CopyInPlace,
	target: string,
	{stats}: LocalItem,
	signal: AbortSignal,
): Promise<void> => {
	const {kind, sizeBytes} = await files.stat(ref, target, signal);
	if (stats.isFile() && (kind !== 'file' || sizeBytes !== stats.size))
		throw new Error(`${target} is not what was sent`);
};
