import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {parseArguments} from '../../../source/app/options.ts';
import {helpWithKeys, settingsText} from '../../../source/app/settings-text.ts';
import {readSettings} from '../../../source/config/read-settings.ts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'dockmon-print-'));
	vi.stubEnv('XDG_STATE_HOME', folder);
	vi.stubEnv('NO_COLOR', '');
});

afterEach(async () => {
	vi.unstubAllEnvs();
	await rm(folder, {recursive: true, force: true});
});

const options = async (text: string, flags: readonly string[] = []) => {
	const file = path.join(folder, 'config.yaml');
	await writeFile(file, text);
	const invocation = parseArguments([...flags, '--config', file], '0.0.0');
	if (invocation.kind !== 'run') throw new Error('these arguments are right');
	return invocation.options;
};

const printed = async (text: string, flags: readonly string[] = []): Promise<string> =>
	await settingsText(await options(text, flags));

test('what holds is told with who said so, the rest with what holds then', async () => {
	const text = await printed('theme: light\nlist: {sort: memory}\n', ['-i', '250']);
	expect(text).toMatch(/^# yaml-language-server: \$schema=file:.*config\.schema\.json$/m);
	expect(text).toMatch(/^theme: light {2}# .*config\.yaml line 1$/m);
	expect(text).toMatch(/^interval: 250 {2}# from the command line$/m);
	expect(text).toMatch(/^list:\n[\s\S]*^ {2}sort: memory {2}# .*line 2$/m);
	expect(text).toMatch(/^ {2}# showStopped: true/m);
	expect(text).toMatch(/^ {2}# container\.restart: r {2}# Restart/m);
});

test('it is a configuration that says the same', async () => {
	const text = `preset: ctop
keys: {help.open: ['?', F], list.freeze: none, list.sort: [x]}
color: 256
ascii: true
list: {filter: "name: web # no comment", columns: [cpu, 'name:30']}
logs: {highlight: [{pattern: 'a: b', color: red}], maxLines: 500}
commands: [{name: top, command: [docker, top, '{{id}}'], confirm: true}]
`;
	const again = readSettings(await printed(text));
	expect(again.warnings).toEqual([]);
	expect(again.settings).toEqual(readSettings(text).settings);
});

test('with nothing set all of it is comments', async () => {
	const lines = (await printed('')).split('\n');
	expect(lines.filter(line => !/^\s*(?:#|$)/.test(line))).toEqual([]);
});

test('warnings come first, as comments', async () => {
	const text = await printed('thme: light\nkeys: {list.srot: x}\ntheme: nrod');
	expect(text).toMatch(/^# warning: .*line 1: there is no thme; did you mean theme\?$/m);
	expect(text).toMatch(/^# warning: .*line 2: there is no command list\.srot/m);
	expect(text).toMatch(/^# warning: There is no theme nrod\./m);
});

test('what is named like a secret is not printed', async () => {
	const text = await printed(
		'commands: [{name: a, command: [x, --password, hush, --api-key=hush, "TOKEN=hush y"]}, {name: b, shell: true, command: "x --db-password hush"}]',
	);
	expect(text).not.toContain('hush');
	expect(text).toContain('--api-key=***');
});

test('the help names the key that opens help', async () => {
	expect(await helpWithKeys(await options(''))).toContain('Keys: press ? inside dockmon.');
	const help = await helpWithKeys(await options('keys: {help.open: ctrl+b}'));
	expect(help).toContain('Keys: press Ctrl+B inside dockmon.');
	expect(await helpWithKeys(await options('keys: {help.open: none}'))).not.toContain('Keys:');
});
