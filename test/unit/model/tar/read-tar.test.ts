import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, describe, expect, test} from 'vitest';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {TarReader} from '../../../../source/model/tar/read-tar.ts';
import type {TarEntry} from '../../../../source/model/tar/tar-entry.ts';

const folder = mkdtempSync(join(tmpdir(), 'dockmon-tar-'));
afterAll(() => rmSync(folder, {recursive: true}));

interface Read {
	readonly entry: TarEntry;
	readonly content: Buffer;
}

const readWhole = (chunks: Iterable<Uint8Array>): readonly Read[] => {
	const reader = new TarReader();
	const found: {entry: TarEntry; content: Buffer}[] = [];
	for (const chunk of chunks) {
		for (const part of reader.push(chunk)) {
			if (part.kind === 'entry') found.push({entry: part.entry, content: Buffer.alloc(0)});
			else {
				const last = found.at(-1);
				if (last) last.content = Buffer.concat([last.content, part.bytes]);
			}
		}
	}
	reader.end();
	return found;
};

const long = `${'deep-folder/'.repeat(12)}a-file-with-a-name`;

const makeTree = (): string => {
	const root = mkdtempSync(join(folder, 'tree-'));
	mkdirSync(join(root, 'top', long, '..'), {recursive: true});
	writeFileSync(join(root, 'top', long), 'long');
	writeFileSync(join(root, 'top/grüße 漢字'), 'hello');
	writeFileSync(join(root, 'top/block'), 'x'.repeat(512));
	writeFileSync(join(root, 'top/big'), Buffer.alloc(100_000, 7));
	writeFileSync(join(root, 'top/empty'), '');
	symlinkSync(`/${long}`, join(root, 'top/link'));
	return root;
};

const archiveOf = (root: string, format: string): Buffer =>
	execFileSync('tar', ['-C', root, `--format=${format}`, '-cf', '-', 'top'], {
		maxBuffer: 1e8,
	});

describe.each(['gnu', 'pax', 'ustar'])('an archive of tar, %s', format => {
	const archive = archiveOf(makeTree(), format === 'ustar' ? 'pax' : format);

	test('tells every file, whole', () => {
		const found = new Map(readWhole([archive]).map(each => [each.entry.path, each]));
		expect(found.get(`top/${long}`)?.content.toString()).toBe('long');
		expect(found.get('top/grüße 漢字')?.content.toString()).toBe('hello');
		expect(found.get('top/block')?.content).toHaveLength(512);
		expect(found.get('top/big')?.content).toEqual(Buffer.alloc(100_000, 7));
		expect(found.get('top/empty')?.entry).toMatchObject({kind: 'file', sizeBytes: 0});
		expect(found.get('top/link')?.entry).toMatchObject({kind: 'link', linkTarget: `/${long}`});
		expect(found.get('top/')?.entry.kind).toBe('folder');
		expect(found.get('top/big')?.entry.owner).toMatch(/^\w+:\w+$/);
		expect(found.get('top/big')?.entry.modifiedMillis).toBeGreaterThan(Date.now() - 600_000);
	});

	test('says the same wherever its pieces end', () => {
		const small = archive.subarray(0, archive.length);
		const whole = readWhole([small]);
		fc.assert(
			fc.property(fc.array(fc.integer({min: 1, max: 1500}), {minLength: 1}), lengths => {
				const chunks: Uint8Array[] = [];
				let offset = 0;
				for (let index = 0; offset < small.length; index++) {
					const length = lengths[index % lengths.length] ?? 1;
					chunks.push(small.subarray(offset, offset + length));
					offset += length;
				}
				expect(readWhole(chunks)).toEqual(whole);
			}),
			{numRuns: 30},
		);
	});

	test('byte by byte too', () => {
		const beginning = archive.subarray(0, 6000);
		const bytes = Array.from(beginning, (_, index) => beginning.subarray(index, index + 1));
		const reader = new TarReader();
		const one = new TarReader();
		const entries = (parts: ReturnType<TarReader['push']>) =>
			parts.flatMap(part => (part.kind === 'entry' ? [part.entry] : []));
		expect(bytes.flatMap(byte => entries(reader.push(byte)))).toEqual(entries(one.push(beginning)));
	});

	test('that is cut says so', () => {
		expect(() => readWhole([archive.subarray(0, archive.indexOf('hello') + 2)])).toThrow(
			EngineError,
		);
	});
});

test.each([
	'nothing',
	' ',
	'0 path=a\n',
	'-5 path=a\n',
	'1e1 path=a\n',
	'99999 path=a\n',
	'3 a',
	'4 =\n',
])('a record that says nothing sound, as %j, keeps nobody busy', record => {
	const archive = archiveOf(makeTree(), 'pax');
	let header = 0;
	while (archive[header + 156] !== 'x'.charCodeAt(0)) header += 512;
	archive.fill('x', header + 512, header + 1024);
	archive.write(record, header + 512);
	expect(readWhole([archive]).length).toBeGreaterThan(5);
});

test('what is broken is an error or is read, and never more', () => {
	const archive = archiveOf(makeTree(), 'pax').subarray(0, 12_000);
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), {minLength: 1, maxLength: 12}),
			changes => {
				const broken = Buffer.from(archive);
				for (const [at, byte] of changes) broken[at] = byte;
				let given = 0;
				try {
					const reader = new TarReader();
					for (const part of reader.push(broken)) {
						if (part.kind === 'content') given += part.bytes.length;
					}
					reader.end();
				} catch (error) {
					expect(error).toBeInstanceOf(EngineError);
				}
				expect(given).toBeLessThanOrEqual(broken.length);
			},
		),
		{numRuns: 1000},
	);
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 3000}), bytes => {
			try {
				const reader = new TarReader();
				reader.push(bytes);
				reader.end();
			} catch (error) {
				expect(error).toBeInstanceOf(EngineError);
			}
		}),
	);
});
