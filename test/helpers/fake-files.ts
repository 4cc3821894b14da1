import type {EngineFiles, ListOptions} from '../../source/engine/engine-files.ts';
import {EngineError} from '../../source/model/engine-error.ts';
import {
	type FileEntry,
	type FileFacts,
	type FileListing,
	folderOf,
	nameOf,
	sortEntries,
} from '../../source/model/files/file-entry.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {tarEnd, tarHeader, tarPadding} from '../../source/model/tar/write-tar.ts';
import {startMillis} from './builders.ts';

/** Files of every container at once, by path; what was asked for is noted. */
export class FakeFiles implements EngineFiles {
	readonly contents = new Map<string, string>([
		['/etc/hosts', '127.0.0.1 localhost\n'],
		['/app/.env', 'PORT=8000\nDB_PASSWORD=hunter2\n'],
		['/app/main.py', 'print("hello")\n'],
		['/app/static/logo.png', '\u0089PNG\0\0'],
	]);
	/** Where links lead, by path. */
	readonly links = new Map<string, string>();
	readonly asked: string[] = [];
	readonly written: {readonly folder: string; readonly bytes: Uint8Array}[] = [];
	trouble: EngineError | undefined;
	whyIncomplete: string | undefined;

	#answer(what: string, signal: AbortSignal): void {
		this.asked.push(what);
		signal.throwIfAborted();
		if (this.trouble !== undefined) throw this.trouble;
	}

	async list(
		_ref: ContainerRef,
		path: string,
		{reach = 1}: ListOptions,
		signal: AbortSignal,
	): Promise<FileListing> {
		this.#answer(`list ${path}${reach === 1 ? '' : ` reach ${reach}`}`, signal);
		if (this.contents.has(path)) throw new EngineError('invalid', `${path} is no folder`);
		const below = path === '/' ? '/' : `${path}/`;
		const entries = new Map<string, FileEntry>();
		for (const [file, content] of this.contents) {
			if (!file.startsWith(below)) continue;
			const [name = '', ...deeper] = file.slice(below.length).split('/');
			entries.set(
				name,
				deeper.length > 0
					? {name, kind: 'folder', mode: 0o755, modifiedMillis: startMillis}
					: {name, ...fileFacts(content)},
			);
		}
		for (const [link, linkTarget] of this.links)
			if (folderOf(link) === path)
				entries.set(nameOf(link), {name: nameOf(link), kind: 'link', linkTarget});
		if (entries.size === 0)
			throw new EngineError('not-found', `There is no ${path} in the container`);
		const {whyIncomplete} = this;
		return {
			path,
			entries: sortEntries([...entries.values()]),
			...(whyIncomplete === undefined ? {} : {whyIncomplete}),
		};
	}

	async stat(_ref: ContainerRef, path: string, signal: AbortSignal): Promise<FileFacts> {
		this.#answer(`stat ${path}`, signal);
		const linkTarget = this.links.get(path);
		if (linkTarget !== undefined) return {kind: 'link', mode: 0o777, linkTarget};
		const content = this.contents.get(path);
		if (content !== undefined) return fileFacts(content);
		const isFolder = [...this.contents.keys()].some(each => each.startsWith(`${path}/`));
		if (isFolder || path === '/') return {kind: 'folder', mode: 0o755};
		throw new EngineError('not-found', `There is no ${path} in the container`);
	}

	async read(_ref: ContainerRef, path: string, signal: AbortSignal) {
		this.#answer(`read ${path}`, signal);
		const parent = folderOf(path);
		const files = [...this.contents].filter(
			([each]) => each === path || each.startsWith(`${path}/`),
		);
		return (async function* () {
			for (const [each, content] of files) {
				const bytes = Buffer.from(content, 'latin1');
				yield tarHeader({
					...{path: each.slice(parent === '/' ? 1 : parent.length + 1), kind: 'file'},
					...{sizeBytes: bytes.length, modifiedMillis: startMillis, mode: 0o644},
				});
				yield bytes;
				yield tarPadding(bytes.length);
			}
			yield tarEnd;
		})();
	}

	async write(
		_ref: ContainerRef,
		folder: string,
		archive: AsyncIterable<Uint8Array>,
		signal: AbortSignal,
	): Promise<void> {
		this.#answer(`write ${folder}`, signal);
		const chunks: Uint8Array[] = [];
		for await (const chunk of archive) chunks.push(chunk);
		this.written.push({folder, bytes: Buffer.concat(chunks)});
	}
}

const fileFacts = (content: string): FileFacts => ({
	...{kind: 'file', sizeBytes: content.length, mode: 0o644, modifiedMillis: startMillis},
});
