import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {nodeFiles} from '../../../source/engine/node-files.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'dockmon-files-'));
});
afterEach(async () => {
	await rm(folder, {recursive: true});
});

test('a file is read, a missing one is undefined, a folder is an error', async () => {
	const path = join(folder, 'config.json');
	await writeFile(path, '{}');
	expect(await nodeFiles.readText(path)).toBe('{}');
	expect(await nodeFiles.readText(join(folder, 'none'))).toBeUndefined();
	expect(await nodeFiles.readText(join(path, 'below-a-file'))).toBeUndefined();
	await expect(nodeFiles.readText(folder)).rejects.toThrow('EISDIR');
});

test('what is there exists', async () => {
	expect(await nodeFiles.exists(folder)).toBe(true);
	expect(await nodeFiles.exists(join(folder, 'none'))).toBe(false);
});

test('a socket accepts while somebody listens to it', async () => {
	const path = join(folder, 'x.sock');
	expect(await nodeFiles.accepts(path)).toBe(false);
	await writeFile(path, '');
	expect(await nodeFiles.accepts(path)).toBe(false);
	await rm(path);
	const server = createServer();
	await new Promise<void>(resolve => server.listen(path, resolve));
	expect(await nodeFiles.accepts(path)).toBe(true);
	await new Promise(resolve => server.close(resolve));
	expect(await nodeFiles.accepts(path)).toBe(false);
});
