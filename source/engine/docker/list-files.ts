import {EngineError} from '../../model/engine-error.ts';
import {
	type FileEntry,
	type FileFacts,
	type FileListing,
	resolvePath,
	sortEntries,
} from '../../model/files/file-entry.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {readTar} from '../../model/tar/read-tar.ts';
import type {TarEntry} from '../../model/tar/tar-entry.ts';
import {placeOf} from '../../model/tar/tar-names.ts';
import type {ListOptions} from '../engine-files.ts';
import {readArchive, statFile} from './archive.ts';
import type {Client} from './client.ts';
import {listByShell} from './list-by-shell.ts';

/** Of an archive, before it is said that there is more. */
const usual = {bytes: 32 * 1024 * 1024, entries: 20_000, millis: 5000};
const mostLinks = 8;

/** An archive of the root is the whole image; these are looked for by their names. */
const rootNames =
	'app bin boot data dev docker-entrypoint.d etc home lib lib64 media mnt opt proc root run sbin srv sys tmp usr var work'.split(
		' ',
	);
const atOnce = 6;

/** What is in a folder, or in the one that a link leads to. Rejects `invalid` for what is no folder. */
export const listFiles = async (
	client: Client,
	ref: ContainerRef,
	asked: string,
	{mayRun, reach = 1}: ListOptions,
	signal: AbortSignal,
): Promise<FileListing> => {
	const path = await folderAt(client, ref, asked, signal);
	const told = mayRun ? await listByShell(client, ref, {path, reach}, signal) : undefined;
	if (told !== undefined) {
		const {entries, isWhole} = told;
		const why = isWhole ? {} : {whyIncomplete: `only the first ${entries.length} are listed`};
		return {path, entries: sortEntries(entries), ...why};
	}
	if (path !== '/') return listByArchive(client, ref, {path, reach}, signal);
	const root = await listRoot(client, ref, signal);
	return reach === 1 ? root : withArchive(client, ref, {root, reach}, signal);
};

/** All that the image begins with, beside what was found by its name. */
const withArchive = async (
	client: Client,
	ref: ContainerRef,
	{root, reach}: {readonly root: FileListing; readonly reach: number},
	signal: AbortSignal,
): Promise<FileListing> => {
	const read = await listByArchive(client, ref, {path: '/', reach}, signal);
	const names = new Set(read.entries.map(({name}) => name));
	const others = root.entries.filter(({name}) => !names.has(name));
	return {...read, entries: sortEntries([...read.entries, ...others])};
};

const folderAt = async (
	client: Client,
	ref: ContainerRef,
	asked: string,
	signal: AbortSignal,
): Promise<string> => {
	let path = resolvePath('/', asked);
	for (let step = 0; step < mostLinks; step++) {
		if (path === '/') return path;
		const {kind, linkTarget} = await statFile(client, ref, path, signal);
		if (kind === 'folder') return path;
		if (kind !== 'link' || linkTarget === undefined) break;
		path = resolvePath(path.slice(0, path.lastIndexOf('/')), linkTarget);
	}
	throw new EngineError('invalid', `${asked} is no folder`);
};

const listRoot = async (
	client: Client,
	ref: ContainerRef,
	signal: AbortSignal,
): Promise<FileListing> => {
	const entries: FileEntry[] = [];
	const waiting = rootNames.values();
	const work = async (): Promise<void> => {
		for (const name of waiting) {
			const facts = await factsOrNone(client, ref, `/${name}`, signal);
			if (facts !== undefined) entries.push({name, ...facts});
		}
	};
	await Promise.all(Array.from({length: atOnce}, work));
	const whyIncomplete = 'only folders with usual names are looked for here';
	return {path: '/', entries: sortEntries(entries), whyIncomplete};
};

const factsOrNone = async (
	client: Client,
	ref: ContainerRef,
	path: string,
	signal: AbortSignal,
): Promise<FileFacts | undefined> => {
	try {
		return await statFile(client, ref, path, signal);
	} catch (error) {
		if (error instanceof EngineError && error.kind === 'not-found') return undefined;
		throw error;
	}
};

/** There is no way to ask for names alone: the archive of all that is below is read, as long as that goes. */
const listByArchive = async (
	client: Client,
	ref: ContainerRef,
	{path, reach}: {readonly path: string; readonly reach: number},
	signal: AbortSignal,
): Promise<FileListing> => {
	const most = {bytes: reach * usual.bytes, entries: reach * usual.entries};
	const mostMillis = reach * usual.millis;
	const life = new AbortController();
	const over = AbortSignal.timeout(mostMillis);
	const either = AbortSignal.any([signal, life.signal, over]);
	const chunks = await readArchive(client, ref, path, either).catch(error => {
		// Nothing came at all, which is not the same as being left.
		if (!over.aborted || signal.aborted) throw error;
		throw new EngineError('timeout', `${path} was not answered for ${mostMillis / 1000} s`);
	});
	const found = new Map<string, FileEntry>();
	const limits = {bytes: 0, entries: 0};
	try {
		for await (const part of readTar(counted(chunks, limits))) {
			if (part.kind === 'entry') note(found, part.entry, limits);
			if (limits.bytes > most.bytes || limits.entries > most.entries) break;
		}
	} catch (error) {
		// Cut by us: what came until then is shown.
		if (!over.aborted) throw error;
	} finally {
		life.abort();
	}
	signal.throwIfAborted();
	const isCut = over.aborted || limits.bytes > most.bytes || limits.entries > most.entries;
	const listing = {path, entries: sortEntries([...found.values()])};
	if (!isCut) return listing;
	const megabytes = Math.max(1, Math.round(limits.bytes / 1e6));
	return {...listing, whyIncomplete: `incomplete: ${megabytes} MB of it were read`};
};

interface Limits {
	bytes: number;
	entries: number;
}

async function* counted(
	chunks: AsyncIterable<Uint8Array>,
	limits: Limits,
): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		limits.bytes += chunk.length;
		yield chunk;
	}
}

const note = (found: Map<string, FileEntry>, entry: TarEntry, limits: Limits): void => {
	limits.entries++;
	const [name, ...deeper] = placeOf(entry.path) ?? [];
	if (name === undefined) return;
	const {path: _, ...facts} = entry;
	if (deeper.length === 0) found.set(name, {name, ...facts});
	else if (!found.has(name)) found.set(name, {name, kind: 'folder'});
};
