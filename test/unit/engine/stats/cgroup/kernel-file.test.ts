import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {KernelFile} from '../../../../../source/engine/stats/cgroup/kernel-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'dockmon-file-'));
afterEach(() => rmSync(folder, {recursive: true}));

test('a file of more than a page is read to its end, however often', () => {
	const path = join(folder, 'dev');
	const text = 'eth0: 1 2 3\n'.repeat(5000);
	writeFileSync(path, text);
	const file = new KernelFile(path, {isKept: true});
	expect(file.readLines().toString()).toBe(text);
	expect(file.readLines().toString()).toBe(text);
	file.close();
});
