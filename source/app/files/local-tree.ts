import type {Stats} from 'node:fs';
import {lstat, readdir} from 'node:fs/promises';
import {basename, join} from 'node:path';

/** A file or folder of this machine as it was looked at. */
export interface LocalItem {
	readonly path: string;
	/** From the name of what was begun with on. */
	readonly name: string;
	readonly stats: Stats;
}

/** One that can be copied, or another that cannot: a link, a device, a name that is no text. */
export type Found = LocalItem | 'left out';

/** What it is, a link not being followed. Rejects for what cannot be copied at all. */
export const lookAtLocal = async (from: string): Promise<LocalItem> => {
	const stats = await lstat(from);
	if (!stats.isFile() && !stats.isDirectory())
		throw new Error('it is a link, a device or a socket');
	return {path: from, name: basename(from), stats};
};

/** It and all below it, a folder before what is in it. Links are not followed, so that there is no circle. */
export async function* walkLocal(item: LocalItem, signal: AbortSignal): AsyncGenerator<Found> {
	signal.throwIfAborted();
	if (!item.stats.isFile() && !item.stats.isDirectory()) {
		yield 'left out';
		return;
	}
	yield item;
	if (!item.stats.isDirectory()) return;
	for (const entry of await namesIn(item.path)) {
		const next = entry === undefined ? 'left out' : await lookBelow(item, entry);
		if (next === 'left out') yield next;
		else if (next !== undefined) yield* walkLocal(next, signal);
	}
}

/** Undefined for each that is no UTF-8: by another name it would not be found again. */
const namesIn = async (folder: string): Promise<readonly (string | undefined)[]> => {
	// Without `ignoreBOM` a name that begins with that mark would lose it.
	const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
	const names = (await readdir(folder, {encoding: 'buffer'})).map(bytes => {
		try {
			return decoder.decode(bytes);
		} catch {
			return undefined;
		}
	});
	return names.toSorted();
};

/** Undefined where it has gone since its folder was read. */
const lookBelow = async (
	{path, name}: LocalItem,
	entry: string,
): Promise<LocalItem | undefined> => {
	const below = join(path, entry);
	try {
		return {path: below, name: `${name}/${entry}`, stats: await lstat(below)};
	} catch (error) {
		if (isGone(error)) return undefined;
		throw error;
	}
};

/** The file is not there any more. */
export const isGone = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'ENOENT';
