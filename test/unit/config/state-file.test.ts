import {mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {statePath} from '../../../source/config/config-path.ts';
import {StateFile} from '../../../source/config/state-file.ts';

let folder: string;
let file: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'dockmon-state-'));
	file = path.join(folder, 'dockmon', 'state.json');
});

afterEach(async () => {
	await rm(folder, {recursive: true, force: true});
});

test.each([
	[{XDG_STATE_HOME: '/x'}, '/x/dockmon/state.json'],
	[{}, '/home/me/.local/state/dockmon/state.json'],
	[{XDG_STATE_HOME: 'x'}, '/home/me/.local/state/dockmon/state.json'],
])('%j', (env, expected) => {
	expect(statePath(env, '/home/me')).toBe(expected);
});

test('what is written is read again, by its owner alone', async () => {
	await new StateFile(file).write({'list.sort': 'memory'});
	expect(await new StateFile(file).read()).toEqual({values: {'list.sort': 'memory'}});
	expect((await stat(file)).mode & 0o777).toBe(0o600);
	expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
	expect(await readdir(path.dirname(file))).toEqual(['state.json']);
});

test('several programs at once leave each other what they have changed', async () => {
	const [one, other] = [new StateFile(file), new StateFile(file)];
	await one.write({'list.sort': 'memory'});
	await other.write({folded: ['project:shop']});
	await one.write({'logs.wrap': true});
	expect((await other.read()).values).toEqual({
		...{'list.sort': 'memory', folded: ['project:shop'], 'logs.wrap': true},
	});
});

test('many writes at the same time leave a whole file', async () => {
	const files = Array.from({length: 8}, () => new StateFile(file));
	await Promise.all(files.map((each, index) => each.write({[`key${index}`]: 'x'.repeat(1000)})));
	const {values, warning} = await new StateFile(file).read();
	expect(warning).toBeUndefined();
	expect(Object.keys(values).length).toBeGreaterThan(0);
	expect(await readdir(path.dirname(file))).toEqual(['state.json']);
});

test.each([
	['{"version": 1, "val', 'JSON'],
	['[1]', 'none of ours'],
	['{"values": {}}', 'none of ours'],
	['x'.repeat(300_000), 'larger than 256 KB'],
])('a broken file is left out with a sentence, and replaced: %#', async (text, reason) => {
	await mkdir(path.dirname(file));
	await writeFile(file, text);
	const state = new StateFile(file);
	const {values, warning} = await state.read();
	expect(values).toEqual({});
	expect(warning).toContain(reason);
	await state.write({a: 1});
	expect(await state.read()).toEqual({values: {a: 1}});
});

test('that of a newer dockmon is left out, and left alone', async () => {
	await mkdir(path.dirname(file));
	const text = '{"version": 2, "values": {"a": 1}}';
	await writeFile(file, text);
	const state = new StateFile(file);
	expect(await state.read()).toEqual({values: {}, warning: expect.stringContaining('newer')});
	await state.write({a: 2});
	expect(await readFile(file, 'utf8')).toBe(text);
});

test('where it cannot be written that is told', async () => {
	await writeFile(path.join(folder, 'dockmon'), 'a file');
	await expect(new StateFile(file).write({a: 1})).rejects.toThrow();
	await rm(path.join(folder, 'dockmon'));
});

test('what would be endless is not written', async () => {
	const state = new StateFile(file);
	await state.write({a: 1});
	await expect(state.write({b: 'x'.repeat(300_000)})).rejects.toThrow('larger');
	expect((await state.read()).values).toEqual({a: 1});
});
