import {execFileSync} from 'node:child_process';
import {mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {ConfigFile} from '../../../source/config/config-file.ts';
import {configPath} from '../../../source/config/config-path.ts';
import {ruleOf} from '../../../source/model/logs/highlight-rule.ts';

let folder: string;
let file: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'dockmon-config-'));
	file = path.join(folder, 'dockmon', 'config.yaml');
});

afterEach(() => rm(folder, {recursive: true, force: true}));

const rule = ruleOf('timeout', 'red', false);
const write = async (text: string): Promise<void> => {
	await mkdir(path.dirname(file), {recursive: true});
	await writeFile(file, text);
};

describe('where it is', () => {
	test.each([
		[{XDG_CONFIG_HOME: '/x'}, '/x/dockmon/config.yaml'],
		[{}, '/home/me/.config/dockmon/config.yaml'],
		[{XDG_CONFIG_HOME: ''}, '/home/me/.config/dockmon/config.yaml'],
		[{XDG_CONFIG_HOME: 'x'}, '/home/me/.config/dockmon/config.yaml'],
	])('%j', (env, expected) => {
		expect(configPath(env, '/home/me')).toBe(expected);
	});
});

describe('reading', () => {
	test('no file is no mistake', async () => {
		expect(await new ConfigFile(file).read()).toMatchObject({
			isThere: false,
			settings: {},
			warnings: [],
		});
	});

	test('what is set is told with its line', async () => {
		await write('theme: light\nlogs:\n  maxLines: 200\n');
		const {settings, lines} = await new ConfigFile(file).read();
		expect(settings).toEqual({theme: 'light', logs: {maxLines: 200}});
		expect(lines.get('logs.maxLines')).toBe(3);
	});

	test('a pipe is a warning, and nobody is waited for', async () => {
		await mkdir(path.dirname(file));
		execFileSync('mkfifo', [file]);
		expect((await new ConfigFile(file).read()).warnings[0]).toMatch(/it is no file/);
	});

	test('a warning names the file', async () => {
		await write('log: 1');
		const {warnings} = await new ConfigFile(file).read();
		expect(warnings).toEqual(['config.yaml line 1: there is no log; did you mean logs?']);
	});

	test('a folder in its place, or far too much, is a warning', async () => {
		await mkdir(file, {recursive: true});
		expect((await new ConfigFile(file).read()).warnings[0]).toMatch(/cannot be read: EISDIR/);
		await rm(file, {recursive: true});
		await write('#'.repeat(1024 * 1024 + 1));
		expect((await new ConfigFile(file).read()).warnings[0]).toMatch(/it is larger than 1 MB/);
	});
});

describe('writing', () => {
	test('makes folder and file for the owner alone', async () => {
		await new ConfigFile(file).saveRule(rule, true);
		expect(await readFile(file, 'utf8')).toContain('pattern: timeout');
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
	});

	test('two changes at once are both kept', async () => {
		const config = new ConfigFile(file);
		await Promise.all([
			config.saveRule(rule, true),
			config.saveRule(ruleOf('refused', 'green', false), true),
		]);
		const {highlight = []} = (await config.read()).settings.logs ?? {};
		expect(highlight.map(({pattern}) => pattern)).toEqual(['timeout', 'refused']);
		await config.saveRule(rule, false);
		expect((await config.read()).settings.logs?.highlight).toHaveLength(1);
	});

	test('a link stays a link', async () => {
		const target = path.join(folder, 'mine.yaml');
		await writeFile(target, '# mine\n');
		await mkdir(path.dirname(file));
		await symlink(target, file);
		await new ConfigFile(file).saveRule(rule, true);
		expect(await readFile(target, 'utf8')).toMatch(/^# mine\n[\s\S]*timeout/);
		expect(await readdir(folder)).toEqual(['dockmon', 'mine.yaml']);
	});

	test('a file that is no YAML is left alone, the next change begins anyway', async () => {
		await write('a: [');
		const config = new ConfigFile(file);
		await expect(config.saveRule(rule, true)).rejects.toThrow();
		expect(await readFile(file, 'utf8')).toBe('a: [');
		await write('');
		await config.saveRule(rule, true);
		expect(await readdir(path.dirname(file))).toEqual(['config.yaml']);
	});
});
