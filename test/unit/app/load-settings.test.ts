import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {limitsOf, loadSettings, withSettings} from '../../../source/app/load-settings.ts';
import {parseArguments} from '../../../source/app/options.ts';
import {StateFile} from '../../../source/config/state-file.ts';
import {usualLimits} from '../../../source/model/attention/limits.ts';

let home: string;
let project: string;

beforeEach(async () => {
	home = await mkdtemp(path.join(tmpdir(), 'dockmon-home-'));
	project = path.join(home, 'project');
	await mkdir(path.join(home, '.config/dockmon'), {recursive: true});
	await mkdir(project);
});

afterEach(() => rm(home, {recursive: true, force: true}));

const load = async (line = '', env: Readonly<Record<string, string>> = {}) => {
	const invocation = parseArguments(line.split(' ').filter(Boolean), '0.0.0');
	if (invocation.kind !== 'run') throw new Error(`${line} does not run`);
	const loaded = await loadSettings(invocation.options, {
		...{env, homeDirectory: home, currentDirectory: project},
	});
	return {...loaded, options: withSettings(invocation.options, loaded.settings)};
};

const configured = (text: string) =>
	writeFile(path.join(home, '.config/dockmon/config.yaml'), text);
const projectSays = (text: string) => writeFile(path.join(project, '.dockmon.yaml'), text);
const remembered = (values: Readonly<Record<string, unknown>>) =>
	new StateFile(path.join(home, '.local/state/dockmon/state.json')).write(values);

test('without anything nothing is set', async () => {
	const {settings, origins, warnings} = await load();
	expect(settings).toEqual({});
	expect(origins.size).toBe(0);
	expect(warnings).toEqual([]);
});

test('flags before the file of the project, that before the own one, that before what is remembered', async () => {
	await remembered({'list.sort': 'name', 'list.showStopped': false, 'logs.wrap': true});
	await configured('interval: 5000\ntheme: light\nlist:\n  sort: memory\n  showStopped: false\n');
	await projectSays('list: {sort: uptime}\n');
	const {settings, origins, options} = await load('-a -i 250');
	expect(settings).toMatchObject({
		...{interval: 250, theme: 'light', logs: {wrap: true}},
		list: {sort: 'uptime', showStopped: true},
	});
	expect(origins.get('list.sort')).toBe('.dockmon.yaml line 1');
	expect(origins.get('list.showStopped')).toBe('from the command line');
	expect(origins.get('theme')).toMatch(/config\.yaml line 2$/);
	expect(origins.get('logs.wrap')).toBe('remembered');
	expect(options).toMatchObject({intervalMillis: 250, theme: 'light', showsStopped: true});
});

test('what is remembered is checked as if somebody had written it', async () => {
	await remembered({'list.sort': 'nonsense', 'list.showStopped': 'yes', 'logs.time': 'utc'});
	expect((await load()).settings).toEqual({logs: {time: 'utc'}});
});

test('colours are taken from the file, unless NO_COLOR asks for none', async () => {
	await configured('color: 256\nascii: true');
	expect((await load()).options).toMatchObject({colour: '256', isAscii: true});
	expect((await load('', {NO_COLOR: '1'})).options.colour).toBe('mono');
	expect((await load('--color 24bit', {NO_COLOR: '1'})).options.colour).toBe('24');
});

test('read-only is what the user says, and no file of a project unsays it', async () => {
	expect((await load()).options.isReadOnly).toBe(false);
	expect((await load('--read-only')).options.isReadOnly).toBe(true);
	await configured('readOnly: true');
	await projectSays('readOnly: false');
	const {options, warnings} = await load();
	expect(options.isReadOnly).toBe(true);
	expect(warnings).toEqual([expect.stringContaining('readOnly is not taken from a file')]);
	// On the command line it is the user again.
	expect((await load('--no-read-only')).options.isReadOnly).toBe(false);
});

test('the mouse is left to the terminal by the file or by the flag', async () => {
	expect((await load()).options.takesMouse).toBe(true);
	expect((await load('--no-mouse')).settings).toEqual({mouse: false});
	await configured('mouse: false');
	expect((await load()).options.takesMouse).toBe(false);
});

test('what counts as wrong is what it usually is, but for what is set', async () => {
	expect(limitsOf({})).toBe(usualLimits);
	await configured('attention: {memoryPercent: 80, restarts: 1, ignore: [paused, pasued]}');
	const {settings, warnings} = await load();
	expect(limitsOf(settings)).toEqual({
		...usualLimits,
		...{memoryPercent: 80, ignored: new Set(['paused'])},
	});
	expect(warnings).toEqual([
		expect.stringContaining('attention.restarts is not a whole number from 2 to 100'),
		expect.stringContaining('attention.ignore.2 is not known; did you mean paused?'),
	]);
});

test('a project does not say what is run, nor by which keys', async () => {
	await projectSays(
		'theme: light\nkeys: {help.open: x}\npreset: k9s\ncommands: [{name: x, command: [x]}]\ninterval: 250',
	);
	const {settings, warnings} = await load();
	expect(settings).toEqual({theme: 'light'});
	expect(warnings).toEqual([
		expect.stringContaining('.dockmon.yaml line 2: keys is not taken from a file in the current'),
		expect.stringContaining('line 3: preset'),
		expect.stringContaining('line 4: commands'),
		expect.stringContaining('line 5: interval'),
	]);
});

describe('--config', () => {
	test('is read instead', async () => {
		await configured('theme: light');
		const other = path.join(home, 'other.yaml');
		await writeFile(other, 'ascii: true');
		expect((await load(`--config ${other}`)).settings).toEqual({ascii: true});
	});

	test('that is not there is a warning', async () => {
		expect((await load('--config /no/such.yaml')).warnings).toEqual(['/no/such.yaml is not there']);
	});
});
