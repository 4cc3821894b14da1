import {mkdtemp, readdir, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {saveLog} from '../../../source/app/save-log.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'dockmon-save-'));
});
afterEach(async () => {
	await rm(folder, {recursive: true});
});

const now = new Date(2026, 10, 26, 9, 5, 3);
const save = (subject: string, lines: Iterable<string> = ['one', 'two']) =>
	saveLog(folder, {subject, extension: 'log', lines}, now);

test('writes the lines for the owner alone', async () => {
	const path = await save('shop/api');
	expect(basename(path)).toBe('dockmon-shop-api-20261126-090503.log');
	expect(await readFile(path, 'utf8')).toBe('one\ntwo\n');
	expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('never overwrites, and never follows a link', async () => {
	const target = join(folder, 'target');
	await writeFile(target, 'precious');
	await symlink(target, join(folder, 'dockmon-api-20261126-090503.log'));
	const second = await save('api');
	expect(basename(second)).toBe('dockmon-api-20261126-090503-2.log');
	expect(basename(await save('api'))).toBe('dockmon-api-20261126-090503-3.log');
	expect(await readFile(target, 'utf8')).toBe('precious');
});

test.each([
	'../../etc/passwd',
	'.hidden',
	'-rf',
	'a\u001b]0;x\u0007\nb',
	'',
	'注文',
	'x'.repeat(900),
])('the name %j stays in the folder', async subject => {
	const path = await save(subject);
	expect(await readdir(folder)).toEqual([basename(path)]);
	expect(basename(path)).toMatch(/^dockmon-[\w.-]{1,60}-\d{8}-\d{6}\.log$/);
});

test('a name of a megabyte is not looked at to its end', async () => {
	const path = await save(`a${'.'.repeat(1_000_000)}x`);
	expect(basename(path)).toMatch(/^dockmon-a-\d{8}-\d{6}\.log$/);
});

test('many lines are written in pieces', async () => {
	const lines = Array.from({length: 20_000}, (_, index) => `line ${index} ${'x'.repeat(40)}`);
	const path = await save('big', lines);
	expect((await readFile(path, 'utf8')).split('\n')).toEqual([...lines, '']);
});

test('a folder that cannot be written to says so', async () => {
	await expect(
		saveLog(join(folder, 'missing'), {subject: 'a', extension: 'log', lines: []}, now),
	).rejects.toThrow('ENOENT');
});
