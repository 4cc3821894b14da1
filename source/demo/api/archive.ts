import {posix} from 'node:path';
import {readTar} from '../../model/tar/read-tar.ts';
import {type TarOutput, tarEnd, tarHeader, tarPadding} from '../../model/tar/write-tar.ts';
import type {EntryOfDemo} from '../shell/files.ts';
import {entryAt, filesBelow, writeFile} from '../shell/files.ts';
import type {DemoContainer} from '../world/container.ts';
import {ApiError} from './api-error.ts';
import {containerOf} from './engine.ts';
import type {Exchange} from './exchange.ts';
import type {Handler} from './router.ts';

const pathOf = ({query}: Exchange): string => {
	const path = query.text('path');
	if (path === undefined) throw new ApiError(400, 'path cannot be empty');
	return posix.resolve('/', path);
};

/** `HEAD` and `GET /containers/{id}/archive` */
export const getArchive: Handler = async (engine, exchange, parameter) => {
	const {reply, method} = exchange;
	const container = containerOf(engine, parameter('id'));
	const path = pathOf(exchange);
	const entry = entryAt(container, path);
	if (entry === undefined)
		throw new ApiError(404, `Could not find the file ${path} in container ${parameter('id')}`);
	reply.setHeaders({'X-Docker-Container-Path-Stat': statOf(container, path, entry)});
	if (method === 'HEAD') return reply.empty(200, {'Content-Type': 'application/x-tar'});
	const sink = reply.stream('application/x-tar');
	const name = posix.basename(path) || '/';
	for (const [below, each] of [['', entry] as const, ...filesBelow(container, path)]) {
		const bytes = each.content ?? new Uint8Array();
		sink.write(tarHeader(outputOf(container, below === '' ? name : `${name}/${below}`, each)));
		sink.write(bytes);
		sink.write(tarPadding(bytes.length));
		await sink.drained();
	}
	sink.write(tarEnd);
	sink.end();
};

/** `PUT /containers/{id}/archive` */
export const putArchive: Handler = async (engine, exchange, parameter) => {
	const container = containerOf(engine, parameter('id'));
	const folder = pathOf(exchange);
	const target = entryAt(container, folder);
	if (target === undefined)
		throw new ApiError(404, `Could not find the file ${folder} in container ${parameter('id')}`);
	if (target.content !== undefined) throw new ApiError(400, 'extraction point is not a directory');
	let path: string | undefined;
	let pieces: Uint8Array[] = [];
	const keep = (): void => {
		if (path !== undefined) writeFile(container, path, Buffer.concat(pieces));
		path = undefined;
		pieces = [];
	};
	for await (const part of readTar(exchange.request)) {
		if (part.kind === 'content') {
			pieces.push(part.bytes);
			continue;
		}
		keep();
		if (part.entry.kind === 'file') path = posix.resolve(folder, part.entry.path);
	}
	keep();
	exchange.reply.empty(200);
};

const outputOf = (
	container: DemoContainer,
	path: string,
	{content, mode}: EntryOfDemo,
): TarOutput => ({
	...{path, mode, modifiedMillis: container.createdAtMillis},
	kind: content === undefined ? 'folder' : 'file',
	sizeBytes: content?.length ?? 0,
});

/** Go's bit for a folder. */
const folderBit = 2 ** 31;

const statOf = (container: DemoContainer, path: string, {content, mode}: EntryOfDemo): string =>
	Buffer.from(
		JSON.stringify({
			name: posix.basename(path) || '/',
			size: content?.length ?? 4096,
			mode: mode + (content === undefined ? folderBit : 0),
			mtime: new Date(container.createdAtMillis).toISOString(),
			linkTarget: '',
		}),
	).toString('base64');
