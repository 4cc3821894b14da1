import {createHash} from 'node:crypto';
import {expect, test} from 'vitest';
import type {ContainerRef} from '../../source/model/ids.ts';
import {readTar} from '../../source/model/tar/read-tar.ts';
import {tarEnd, tarHeader, tarPadding} from '../../source/model/tar/write-tar.ts';
import {type Contract, unknownRef} from './subject.ts';

const modifiedMillis = Date.parse('2026-11-26T10:00:00Z');

async function* archiveOf(files: Readonly<Record<string, Uint8Array>>): AsyncGenerator<Uint8Array> {
	for (const [path, bytes] of Object.entries(files)) {
		yield tarHeader({path, kind: 'file', sizeBytes: bytes.length, modifiedMillis, mode: 0o640});
		for (let at = 0; at < bytes.length; at += 60_000) yield bytes.subarray(at, at + 60_000);
		yield tarPadding(bytes.length);
	}
	yield tarEnd;
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const archiveCases = (contract: Contract): void => {
	const contents = async (
		ref: ContainerRef,
		path: string,
	): Promise<ReadonlyMap<string, Buffer>> => {
		const found = new Map<string, Buffer>();
		let latest = '';
		for await (const part of readTar(
			await contract.engine.files.read(ref, path, contract.signal),
		)) {
			if (part.kind === 'entry') latest = part.entry.path;
			const before = found.get(latest) ?? Buffer.alloc(0);
			found.set(latest, part.kind === 'entry' ? before : Buffer.concat([before, part.bytes]));
		}
		return found;
	};

	const list = async (ref: ContainerRef, path: string, mayRun: boolean) =>
		contract.engine.files.list(ref, path, {mayRun}, contract.signal);

	test.each(['idle', 'ended'] as const)('of %s the folders of the root are listed', async who => {
		const ref = await contract.cast[who]();
		const {path, entries, whyIncomplete} = await list(ref, '/', false);
		expect(path).toBe('/');
		expect(entries.find(({name}) => name === 'etc')).toMatchObject({kind: 'folder'});
		// It says that it looked for known names only.
		expect(whyIncomplete).toMatch(/usual names/);
	});

	test('a shell tells the same as an archive', async () => {
		const ref = await contract.cast.idle();
		const byShell = await list(ref, '/etc', true);
		const byArchive = await list(ref, '/etc', false);
		expect(byShell.entries.map(({name, kind}) => [name, kind])).toEqual(
			byArchive.entries.map(({name, kind}) => [name, kind]),
		);
		const passwd = byArchive.entries.find(({name}) => name === 'passwd');
		expect(byShell.entries.find(({name}) => name === 'passwd')).toMatchObject({
			...{kind: 'file', sizeBytes: passwd?.sizeBytes, mode: passwd?.mode},
		});
	});

	test('a file is told of, and read', async () => {
		const ref = await contract.cast.idle();
		const facts = await contract.engine.files.stat(ref, '/etc/passwd', contract.signal);
		expect(facts).toMatchObject({kind: 'file', mode: expect.any(Number)});
		const text = (await contents(ref, '/etc/passwd')).get('passwd');
		expect(text).toHaveLength(facts.sizeBytes ?? -1);
		expect(text?.toString()).toContain('root:');
	});

	test.each(['idle', 'ended'] as const)(
		'what is written to %s is read again, bit by bit',
		async who => {
			const ref = await contract.cast[who]();
			const big = Buffer.from(Array.from({length: 300_000}, (_, index) => (index * 7919) % 256));
			const files = {
				'dockmon-big': big,
				'dockmon grüße': Buffer.from('hello'),
				'dockmon-0': Buffer.alloc(0),
			};
			await contract.engine.files.write(ref, '/tmp', archiveOf(files), contract.signal);
			for (const [name, bytes] of Object.entries(files)) {
				const read = (await contents(ref, `/tmp/${name}`)).get(name);
				expect(sumOf(read ?? Buffer.alloc(1))).toBe(sumOf(bytes));
			}
			const {entries} = await list(ref, '/tmp', false);
			expect(entries.map(({name}) => name)).toEqual(expect.arrayContaining(Object.keys(files)));
		},
	);

	test('a writer that is slow, or stops, ends as it was told to', async () => {
		const ref = await contract.cast.idle();
		const life = new AbortController();
		async function* endless(): AsyncGenerator<Uint8Array> {
			yield tarHeader({path: 'x', kind: 'file', sizeBytes: 1e9, modifiedMillis, mode: 0o600});
			for (;;) {
				yield new Uint8Array(64_000);
				if (life.signal.aborted) return;
				await new Promise(resolve => setTimeout(resolve, 5));
			}
		}
		const writing = contract.engine.files.write(ref, '/tmp', endless(), life.signal);
		setTimeout(() => life.abort(), 100);
		await expect(writing).rejects.toMatchObject({name: 'AbortError'});
	});

	test('what is not there is not found, and no folder is written to a file', async () => {
		const {files} = contract.engine;
		const ref = await contract.cast.idle();
		const missing = {kind: 'not-found'};
		await expect(files.stat(ref, '/no/such', contract.signal)).rejects.toMatchObject(missing);
		await expect(contents(ref, '/no/such')).rejects.toMatchObject(missing);
		await expect(list(ref, '/no/such', true)).rejects.toMatchObject(missing);
		await expect(list(ref, '/etc/passwd', true)).rejects.toMatchObject({kind: 'invalid'});
		await expect(
			files.write(ref, '/no/such', archiveOf({a: Buffer.from('a')}), contract.signal),
		).rejects.toMatchObject(missing);
		const gone = unknownRef(ref);
		await expect(list(gone, '/etc', true)).rejects.toMatchObject(missing);
		await expect(contents(gone, '/etc/passwd')).rejects.toMatchObject(missing);
	});
};
