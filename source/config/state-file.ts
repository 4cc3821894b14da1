import {randomBytes} from 'node:crypto';
import {mkdir, open, readFile, rename, rm, stat} from 'node:fs/promises';
import path from 'node:path';

/** By the name of what was remembered; anything may stand in the file. */
export type Remembered = Readonly<Record<string, unknown>>;

const version = 1;
const maxBytes = 256 * 1024;

/**
 * What is remembered from one time to the next. Several programs may write it: each replaces the whole
 * file by one in which only what it has changed itself is new.
 */
export class StateFile {
	readonly path: string;
	/** Written by a newer dockmon, which knows more of it. */
	#isNewer = false;
	#writes: Promise<void> = Promise.resolve();

	constructor(file: string) {
		this.path = file;
	}

	/** Never rejects: what cannot be read is as if there were nothing. */
	async read(): Promise<{readonly values: Remembered; readonly warning?: string}> {
		try {
			return {values: await this.#values()};
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			return {values: {}, warning: `what was remembered in ${this.path} is left out: ${reason}`};
		}
	}

	/** Rejects where it cannot be written; what was there then stays. */
	async write(changes: Remembered): Promise<void> {
		const write = this.#writes.then(() => this.#replace(changes));
		this.#writes = write.catch(() => undefined);
		await write;
	}

	async #replace(changes: Remembered): Promise<void> {
		const values = {...(await this.read()).values, ...changes};
		if (this.#isNewer) return;
		const text = `${JSON.stringify({version, values}, undefined, '\t')}\n`;
		if (Buffer.byteLength(text) > maxBytes) throw new Error('it would be larger than 256 KB');
		await mkdir(path.dirname(this.path), {recursive: true, mode: 0o700});
		const fresh = `${this.path}.${randomBytes(6).toString('hex')}.new`;
		try {
			const file = await open(fresh, 'wx', 0o600);
			try {
				await file.writeFile(text);
			} finally {
				await file.close();
			}
			await rename(fresh, this.path);
		} catch (error) {
			await rm(fresh, {force: true});
			throw error;
		}
	}

	async #values(): Promise<Remembered> {
		const text = await this.#text();
		if (text === undefined) return {};
		const found: unknown = JSON.parse(text);
		if (!isRecord(found) || typeof found['version'] !== 'number')
			throw new Error('it is none of ours');
		this.#isNewer = found['version'] > version;
		if (this.#isNewer) throw new Error('a newer dockmon wrote it');
		return isRecord(found['values']) ? found['values'] : {};
	}

	async #text(): Promise<string | undefined> {
		try {
			const stats = await stat(this.path);
			if (!stats.isFile()) throw new Error('it is no file');
			if (stats.size > maxBytes) throw new Error('it is larger than 256 KB');
			return await readFile(this.path, 'utf8');
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
			throw error;
		}
	}
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
