import {Readable} from 'node:stream';
import {EngineError} from '../../model/engine-error.ts';
import type {FileFacts, FileKind} from '../../model/files/file-entry.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {unexpectedAnswer} from '../unexpected-answer.ts';
import type {Client} from './client.ts';
import {parseJson, rawCount, rawText, rawWord, requireObject} from './raw.ts';

const statMillis = 10_000;
/** Until the archive begins; how long it goes on is for whoever reads it. */
const openMillis = 15_000;
/** An upload ends by its signal; this is for one that hangs for good. */
const writeMillis = 6 * 3_600_000;

const statHeader = 'x-docker-container-path-stat';

/** `HEAD /containers/{id}/archive` */
export const statFile = async (
	client: Client,
	ref: ContainerRef,
	path: string,
	signal: AbortSignal,
): Promise<FileFacts> => {
	const what = `look at ${path}`;
	try {
		const {headers} = await client.ask(
			{...callOf(ref, path), method: 'HEAD', what, deadlineMillis: statMillis},
			signal,
		);
		return factsOf(headers[statHeader], what);
	} catch (error) {
		// An answer without a body cannot say why.
		if (error instanceof EngineError && error.kind === 'not-found')
			throw new EngineError('not-found', `There is no ${path} in the container`);
		throw error;
	}
};

/** `GET /containers/{id}/archive` */
export const readArchive = async (
	client: Client,
	ref: ContainerRef,
	path: string,
	signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> => {
	const call = {...callOf(ref, path), method: 'GET', what: `read ${path}`} as const;
	return (await client.open({...call, deadlineMillis: openMillis}, signal)).chunks;
};

/** `PUT /containers/{id}/archive` */
export const writeArchive = async (
	client: Client,
	ref: ContainerRef,
	folder: string,
	archive: AsyncIterable<Uint8Array>,
	signal: AbortSignal,
): Promise<void> => {
	// Podman would make the folder.
	const {kind} = await statFile(client, ref, folder, signal);
	if (kind === 'file' || kind === 'other')
		throw new EngineError('invalid', `${folder} is no folder`);
	const stream = Readable.from(archive, {objectMode: false});
	const {path, query} = callOf(ref, folder);
	// The HTTP client tells of it as if the connection had failed.
	let broken: unknown;
	stream.once('error', error => {
		broken = error;
	});
	try {
		await client.ask(
			{
				...{method: 'PUT', path, stream, what: `write to ${folder}`, deadlineMillis: writeMillis},
				query: {...query, noOverwriteDirNonDir: true},
			},
			signal,
		);
	} catch (error) {
		throw signal.aborted ? error : (broken ?? error);
	} finally {
		// Where the engine refused it, nobody reads on.
		stream.destroy();
	}
};

const callOf = ({id}: ContainerRef, path: string) => ({
	path: `/containers/${id}/archive`,
	query: {path},
});

const factsOf = (header: string | readonly string[] | undefined, what: string): FileFacts => {
	if (typeof header !== 'string') throw unexpectedAnswer(`${what}: nothing is said of it`);
	const raw = requireObject(parseJson(Buffer.from(header, 'base64').toString('utf8'), what), what);
	const mode = rawCount(raw['mode']) ?? 0;
	const modifiedMillis = Date.parse(rawText(raw['mtime']) ?? '');
	return {
		kind: kindOf(mode),
		mode: permissionsOf(mode),
		...known('sizeBytes', rawCount(raw['size'])),
		...known('modifiedMillis', Number.isNaN(modifiedMillis) ? undefined : modifiedMillis),
		...known('linkTarget', rawWord(raw['linkTarget'])),
	};
};

/** Of Go's `FileMode`, whose bits are its own. */
const isSet = (mode: number, bit: number): boolean => Math.floor(mode / 2 ** bit) % 2 === 1;

const bits = {
	folder: 31,
	link: 27,
	device: 26,
	pipe: 25,
	socket: 24,
	setuid: 23,
	setgid: 22,
	sticky: 20,
};

const kindOf = (mode: number): FileKind => {
	if (isSet(mode, bits.folder)) return 'folder';
	if (isSet(mode, bits.link)) return 'link';
	const isOther = [bits.device, bits.pipe, bits.socket].some(bit => isSet(mode, bit));
	return isOther ? 'other' : 'file';
};

const permissionsOf = (mode: number): number =>
	(mode % 0o1000) +
	(isSet(mode, bits.setuid) ? 0o4000 : 0) +
	(isSet(mode, bits.setgid) ? 0o2000 : 0) +
	(isSet(mode, bits.sticky) ? 0o1000 : 0);
