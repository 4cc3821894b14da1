import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {readTar} from '../../../../source/model/tar/read-tar.ts';
import {tarEnd, tarHeader, tarPadding} from '../../../../source/model/tar/write-tar.ts';

const folder = mkdtempSync(join(tmpdir(), 'dockmon-tar-'));
afterAll(() => rmSync(folder, {recursive: true}));

const long = `${'deep-folder/'.repeat(12)}a-file-with-a-name`;

test('what is written is read by tar, and by us', async () => {
	const names = ['a', 'grüße 漢字', `${'folder/'.repeat(20)}x`, "it's -rf $(touch x)", 'n\nl'];
	const modifiedMillis = Date.parse('2026-11-26T10:00:00Z');
	const chunks: Uint8Array[] = [];
	chunks.push(tarHeader({path: 'out', kind: 'folder', sizeBytes: 0, modifiedMillis, mode: 0o755}));
	for (const [index, name] of names.entries()) {
		const content = Buffer.alloc(index * 300, 65 + index);
		const path = `out/${name}`;
		const sizeBytes = content.length;
		chunks.push(tarHeader({path, kind: 'file', sizeBytes, modifiedMillis, mode: 0o640}), content);
		chunks.push(tarPadding(sizeBytes));
	}
	chunks.push(
		tarHeader({path: 'out/l', kind: 'link', sizeBytes: 0, modifiedMillis, linkTarget: long}),
		tarEnd,
	);
	const archive = Buffer.concat(chunks);
	const into = mkdtempSync(join(folder, 'into-'));
	execFileSync('tar', ['-C', into, '-xf', '-'], {input: archive});
	for (const [index, name] of names.entries()) {
		expect(readFileSync(join(into, 'out', name))).toEqual(Buffer.alloc(index * 300, 65 + index));
	}
	const parts = [];
	for await (const part of readTar(streamOf(archive))) parts.push(part);
	const entries = parts.flatMap(part => (part.kind === 'entry' ? [part.entry] : []));
	expect(entries.map(({path}) => path)).toEqual([
		'out/',
		...names.map(name => `out/${name}`),
		'out/l',
	]);
	expect(entries[1]).toMatchObject({mode: 0o640, modifiedMillis, sizeBytes: 0});
	expect(entries.at(-1)).toMatchObject({kind: 'link', linkTarget: long});
});

async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
