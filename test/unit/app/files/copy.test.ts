import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {copyIn} from '../../../../source/app/files/copy-in.ts';
import {copyOut} from '../../../../source/app/files/copy-out.ts';
import type {EngineFiles} from '../../../../source/engine/engine-files.ts';
import {readTar} from '../../../../source/model/tar/read-tar.ts';
import {tarEnd, tarHeader, tarPadding} from '../../../../source/model/tar/write-tar.ts';
import {refOf, startMillis} from '../../../helpers/builders.ts';
import {FakeFiles} from '../../../helpers/fake-files.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'dockmon-copy-'));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

type Kind = 'file' | 'folder' | 'link';
type Given = readonly [path: string, kind: Kind, content?: string];

/** An engine that answers with whatever is given, as a hostile one might. */
const answering = (...given: readonly Given[]): EngineFiles =>
	Object.assign(new FakeFiles(), {
		read: async () => chunksOf(given),
	});

async function* chunksOf(given: readonly Given[]): AsyncGenerator<Uint8Array> {
	for (const [path, kind, content = ''] of given) {
		const bytes = Buffer.from(kind === 'file' ? content : '');
		const linkTarget = kind === 'link' ? {linkTarget: content} : {};
		yield tarHeader({
			...{path, kind, sizeBytes: bytes.length, modifiedMillis: startMillis, mode: 0o777},
			...linkTarget,
		});
		yield bytes;
		yield tarPadding(bytes.length);
	}
	yield tarEnd;
}

const {signal} = new AbortController();
const ref = refOf('api');
const nothing = (): void => undefined;
const out = (files: EngineFiles, path: string, own: AbortSignal = signal) =>
	copyOut({files, ref, path, folder, onProgress: nothing}, own);

const everything = (): readonly string[] =>
	readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort();

describe('out of a container', () => {
	test('a file is copied whole, for its owner alone', async () => {
		const copied = await out(new FakeFiles(), '/app/.env');
		expect(copied).toMatchObject({path: join(folder, '.env'), files: 1, leftOut: 0});
		expect(readFileSync(copied.path, 'utf8')).toBe('PORT=8000\nDB_PASSWORD=hunter2\n');
		expect(statSync(copied.path).mode & 0o777).toBe(0o600);
	});

	test('a folder too', async () => {
		const copied = await out(new FakeFiles(), '/app');
		expect(everything()).toEqual([
			'app',
			'app/.env',
			'app/main.py',
			'app/static',
			'app/static/logo.png',
		]);
		expect(copied.files).toBe(3);
		expect(statSync(join(folder, 'app/static')).mode & 0o777).toBe(0o700);
		expect(readFileSync(join(folder, 'app/static/logo.png'), 'latin1')).toBe('\u0089PNG\0\0');
	});

	test('never over what is there, nor through a link', async () => {
		writeFileSync(join(folder, 'hosts'), 'mine');
		symlinkSync(join(folder, 'elsewhere'), join(folder, 'hosts-2'));
		const copied = await out(new FakeFiles(), '/etc/hosts');
		expect(copied.path).toBe(join(folder, 'hosts-3'));
		expect(readFileSync(join(folder, 'hosts'), 'utf8')).toBe('mine');
		expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
	});

	test('nothing gets outside, whatever the archive says', async () => {
		const outside = mkdtempSync(join(folder, 'outside-'));
		const copied = await out(
			answering(
				['top', 'folder'],
				['top/../../evil', 'file', 'x'],
				['/etc/evil', 'file', 'x'],
				['top/link', 'link', outside],
				['top/link/evil', 'file', 'x'],
				['top/a\u001b[2Jb', 'file', 'x'],
				['top/good', 'file', 'good'],
				['top/good', 'file', 'twice'],
			),
			'/top',
		);
		expect(readdirSync(outside)).toEqual([]);
		// `link` is a folder of ours, because no link is made.
		expect(everything().filter(path => path.startsWith('top'))).toEqual([
			...['top', 'top/good', 'top/link', 'top/link/evil'],
		]);
		expect(readFileSync(join(folder, 'top/good'), 'utf8')).toBe('good');
		expect(copied.leftOut).toBe(5);
	});

	test('a link has nothing to copy', async () => {
		await expect(out(answering(['x', 'link', '/etc']), '/x')).rejects.toThrow(/link/);
		expect(everything()).toEqual([]);
	});

	test('what is cut off, broken or cancelled leaves nothing', async () => {
		async function* cut(): AsyncGenerator<Uint8Array> {
			yield tarHeader({path: 'a', kind: 'file', sizeBytes: 1e6, modifiedMillis: 0, mode: 0o600});
			yield new Uint8Array(5000);
		}
		const files = Object.assign(new FakeFiles(), {read: async () => cut()});
		await expect(out(files, '/a')).rejects.toMatchObject({kind: 'protocol'});
		expect(everything()).toEqual([]);
		const life = new AbortController();
		async function* endless(): AsyncGenerator<Uint8Array> {
			yield tarHeader({path: 'a', kind: 'file', sizeBytes: 1e9, modifiedMillis: 0, mode: 0o600});
			for (let chunk = 0; ; chunk++) {
				if (chunk === 3) life.abort();
				if (chunk === 5) return;
				yield new Uint8Array(5000);
			}
		}
		const other = Object.assign(new FakeFiles(), {read: async () => endless()});
		await expect(out(other, '/a', life.signal)).rejects.toMatchObject({name: 'AbortError'});
		expect(everything()).toEqual([]);
	});
});

describe('into a container', () => {
	const into = (files: EngineFiles, name: string) =>
		copyIn(
			{files, ref, from: join(folder, name), folder: '/app', onTotal: nothing, onProgress: nothing},
			signal,
		);

	/** What arrived is there. */
	class Arriving extends FakeFiles {
		override async write(...given: Parameters<FakeFiles['write']>): Promise<void> {
			await super.write(...given);
			const bytes = this.written.at(-1)?.bytes ?? new Uint8Array();
			let path = '';
			for await (const part of readTar(one(bytes))) {
				if (part.kind === 'content')
					this.contents.set(path, Buffer.from(part.bytes).toString('latin1'));
				else if (part.entry.kind === 'file') {
					path = `/app/${part.entry.path}`;
					this.contents.set(path, '');
				}
			}
		}
	}

	async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
		yield bytes;
	}

	test('a folder is sent with what is in it, links left out', async () => {
		mkdirSync(join(folder, 'site/deep'), {recursive: true});
		writeFileSync(join(folder, 'site/deep/a'), 'hello');
		writeFileSync(join(folder, 'site/b'), '');
		symlinkSync('/etc/passwd', join(folder, 'site/link'));
		const files = new Arriving();
		expect(await into(files, 'site')).toMatchObject({files: 2, bytes: 5, leftOut: 1});
		expect(files.contents.get('/app/site/deep/a')).toBe('hello');
		expect([...files.contents.keys()].filter(path => path.includes('link'))).toEqual([]);
	});

	test('never over what is there', async () => {
		writeFileSync(join(folder, 'main.py'), 'mine');
		const files = new FakeFiles();
		await expect(into(files, 'main.py')).rejects.toThrow(/already/);
		expect(files.written).toEqual([]);
	});

	test('a link is refused, and what did not arrive is told', async () => {
		symlinkSync('/etc/passwd', join(folder, 'link'));
		await expect(into(new FakeFiles(), 'link')).rejects.toThrow(/link/);
		await expect(into(new FakeFiles(), 'nowhere')).rejects.toMatchObject({code: 'ENOENT'});
		writeFileSync(join(folder, 'new'), 'x');
		// It takes the archive and keeps nothing.
		await expect(into(new FakeFiles(), 'new')).rejects.toMatchObject({kind: 'not-found'});
	});
});
