import {constants} from 'node:fs';
import {type FileHandle, mkdir, open, rm, statfs} from 'node:fs/promises';
import {join} from 'node:path';
import type {EngineFiles} from '../../engine/engine-files.ts';
import {nameOf} from '../../model/files/file-entry.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {readTar} from '../../model/tar/read-tar.ts';
import type {TarEntry} from '../../model/tar/tar-entry.ts';
import {placeOf} from '../../model/tar/tar-names.ts';
import {isPlainName, localName, numbered} from './local-name.ts';

export interface Copied {
	readonly path: string;
	readonly bytes: number;
	readonly files: number;
	/** Links, devices, and names that lead elsewhere. */
	readonly leftOut: number;
}

export interface CopyOutRequest {
	readonly files: EngineFiles;
	readonly ref: ContainerRef;
	/** In the container. */
	readonly path: string;
	/** Of this machine. */
	readonly folder: string;
	readonly onProgress: (bytes: number, files: number) => void;
}

const fileFlags =
	constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
/** What a copy leaves free on the disk. */
const leastFreeBytes = 256 * 1024 * 1024;
const lookEveryBytes = 32 * 1024 * 1024;

/**
 * Copies a file or folder of a container into a new one here, for its owner alone. Nothing that is there is
 * touched, no link is made or followed, and nothing is written outside, whatever the archive says. Where it
 * fails or is cancelled, what was made is removed again.
 */
export const copyOut = async (request: CopyOutRequest, signal: AbortSignal): Promise<Copied> => {
	const life = new AbortController();
	const inner = AbortSignal.any([signal, life.signal]);
	const writer = new Writer(request);
	try {
		const chunks = await request.files.read(request.ref, request.path, inner);
		for await (const part of readTar(chunks)) {
			signal.throwIfAborted();
			if (part.kind === 'entry') await writer.begin(part.entry);
			else await writer.write(part.bytes);
		}
		// A stream that is aborted ends quietly.
		signal.throwIfAborted();
		return await writer.end();
	} catch (error) {
		await writer.remove();
		signal.throwIfAborted();
		throw error;
	} finally {
		life.abort();
	}
};

class Writer {
	readonly #request: CopyOutRequest;
	/** What is copied is this file or folder. */
	#root: string | undefined;
	readonly #folders = new Set<string>();
	#file: FileHandle | undefined;
	#bytes = 0;
	#files = 0;
	#leftOut = 0;
	#lookAtBytes = 0;

	constructor(request: CopyOutRequest) {
		this.#request = request;
	}

	async begin(entry: TarEntry): Promise<void> {
		await this.#close();
		const names = placeOf(entry.path);
		if (names === undefined || !names.every(isPlainName)) this.#leftOut++;
		else if (entry.kind === 'folder') await this.#makeFolder(names);
		else if (entry.kind === 'file') await this.#makeFile(names);
		else this.#leftOut++;
	}

	async write(bytes: Uint8Array): Promise<void> {
		if (this.#file === undefined) return;
		await this.#look();
		await this.#file.writeFile(bytes);
		this.#bytes += bytes.length;
		this.#request.onProgress(this.#bytes, this.#files);
	}

	async end(): Promise<Copied> {
		await this.#close();
		if (this.#root === undefined)
			throw new Error('it is a link, a device or a socket, and has no content of its own');
		const {root: path} = {root: this.#root};
		return {path, bytes: this.#bytes, files: this.#files, leftOut: this.#leftOut};
	}

	async remove(): Promise<void> {
		await this.#close();
		if (this.#root !== undefined) await rm(this.#root, {recursive: true, force: true});
	}

	async #close(): Promise<void> {
		const file = this.#file;
		this.#file = undefined;
		await file?.close();
	}

	async #makeFolder(names: readonly string[]): Promise<void> {
		if (this.#root === undefined) {
			this.#root = await this.#anew(path => mkdir(path, {mode: 0o700}));
			this.#folders.add(this.#root);
		}
		let path = this.#root;
		for (const name of names) {
			path = join(path, name);
			if (this.#folders.has(path)) continue;
			// One that is there already is a file of the same archive.
			await mkdir(path, {mode: 0o700});
			this.#folders.add(path);
		}
	}

	async #makeFile(names: readonly string[]): Promise<void> {
		const [name] = names.slice(-1);
		if (name === undefined) {
			if (this.#root !== undefined) return this.#leaveOut();
			this.#root = await this.#anew(async path => {
				this.#file = await open(path, fileFlags, 0o600);
			});
		} else {
			await this.#makeFolder(names.slice(0, -1));
			this.#file = await openNew(join(this.#root ?? '', ...names));
			// The same name twice, or two that are one on this disk.
			if (this.#file === undefined) return this.#leaveOut();
		}
		this.#files++;
	}

	#leaveOut(): void {
		this.#leftOut++;
	}

	/** By the first name that is free. */
	async #anew(make: (path: string) => Promise<unknown>): Promise<string> {
		const {folder, path} = this.#request;
		for (const name of numbered(localName(nameOf(path)))) {
			const wanted = join(folder, name);
			try {
				await make(wanted);
				return wanted;
			} catch (error) {
				if (!isTaken(error)) throw error;
			}
		}
		throw new Error(`too much is called ${localName(nameOf(path))} here`);
	}

	async #look(): Promise<void> {
		if (this.#bytes < this.#lookAtBytes) return;
		this.#lookAtBytes = this.#bytes + lookEveryBytes;
		const {bavail, bsize} = await statfs(this.#request.folder);
		if (bavail * bsize < leastFreeBytes) throw new Error('the disk is nearly full');
	}
}

const isTaken = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'EEXIST';

const openNew = async (path: string): Promise<FileHandle | undefined> => {
	try {
		return await open(path, fileFlags, 0o600);
	} catch (error) {
		if (isTaken(error)) return undefined;
		throw error;
	}
};
