import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createThemes, firstThemes} from '../../../source/app/themes.ts';
import {toPalette} from '../../../source/view/theme/palette.ts';
import {ownPalettes, palettes} from '../../../source/view/theme/palettes.ts';
import {until} from '../../helpers/until.ts';
import {User} from '../../helpers/user.ts';

const nord = palettes.get('nord');

const first = (
	origins: Readonly<Record<string, string>> = {},
	more: Partial<Parameters<typeof firstThemes>[0]> = {},
) =>
	firstThemes({
		...{palette: nord, level: '24', env: {}, origins: new Map(Object.entries(origins))},
		...more,
	});

describe('at the start', () => {
	test('those built in are there, with what they are told by', () => {
		const {all, whyAlike} = first();
		expect(all.map(({name}) => name)).toEqual([...palettes.keys()]);
		expect(all[0]).toEqual({
			...{name: 'dark', background: 'dark'},
			colours: ['#66e6cc', '#f0d93a', '#f47b68', '#82adf5', '#cc4df5', '#66c7ff'],
		});
		expect(whyAlike).toBeUndefined();
	});

	test('one that was named by its path is among them', () => {
		const own = toPalette({
			...{name: './mine.yaml', background: 'light', behind: '#ffffff', selected: '#dddddd'},
			colours: {
				...{ok: '#111111', warn: '#222222', err: '#333333', info: '#444444'},
				...{pause: '#555555', accent: '#666666', muted: '#777777', dim: '#888888'},
			},
		});
		expect(first({}, {palette: own}).all.at(-1)).toMatchObject({
			...{name: './mine.yaml', background: 'light', isOwn: true},
		});
	});

	test('what the configuration says is told, not what is remembered or for once', () => {
		expect(first({theme: '/home/me/config.yaml line 3'}).configured).toEqual({
			...{name: 'nord', origin: 'config.yaml line 3'},
		});
		expect(first({theme: 'remembered'}).configured).toBeUndefined();
		expect(first({theme: 'from the command line'}).configured).toBeUndefined();
	});

	test.each([
		['mono', {color: 'NO_COLOR'}, {}, 'no theme changes anything (NO_COLOR).'],
		['mono', {color: '/x/config.yaml line 2'}, {}, 'anything (config.yaml line 2).'],
		['mono', {}, {TERM: 'dumb'}, 'anything (TERM is dumb).'],
		['16', {}, {TERM: 'xterm'}, 'and all light ones (TERM is xterm).'],
		['16', {}, {TERM: 'xterm', FORCE_COLOR: '1'}, '(FORCE_COLOR is 1).'],
	] as const)('with %s, %o and %o it is told why', (level, origins, env, words) => {
		expect(first(origins, {level, env}).whyAlike).toContain(words);
	});
});

describe('while it runs', () => {
	let home: string;
	let configFile: string;

	beforeEach(async () => {
		home = await mkdtemp(path.join(tmpdir(), 'dockmon-themes-'));
		configFile = path.join(home, 'config.yaml');
	});

	afterEach(() => rm(home, {recursive: true, force: true}));

	const open = () => {
		const user = new User();
		const painted: (string | undefined)[] = [];
		user.dispatch({type: 'themes/found', all: first().all});
		const {findThemes} = createThemes({
			...{store: user.store, configFile, palette: nord},
			paint: palette => void painted.push(palette?.tokens.ok.hex),
		});
		user.dispatch({type: 'theme/chosen', name: 'nord'});
		return {user, painted, findThemes};
	};

	const write = async (name: string, text: string): Promise<void> => {
		await mkdir(path.join(home, 'themes'), {recursive: true});
		await writeFile(path.join(home, 'themes', name), text);
	};

	test('it is painted in what is looked at, once each, and in that of before after Esc', () => {
		const {user, painted} = open();
		user.press('C', 'up', 'up', 'escape');
		expect(painted).toEqual(['#5fffd7', '#0b7d76', '#a3be8c']);
	});

	test('left to the terminal it is painted in none', () => {
		const {user, painted} = open();
		user.press('C', 'g', 'enter');
		expect(painted).toEqual([undefined]);
		expect(user.state.themes.chosen).toBeUndefined();
	});

	test('files of the user come behind those built in, in order, with what is wrong', async () => {
		await write('zebra.yaml', 'base: gruvbox-light\n');
		await write('apple.yaml', 'colors: {muted: "#333333"}\n');
		await write('nord.yaml', 'colors: {ok: "#ffffff"}\n');
		await write('notes.txt', 'none');
		await write('.hidden.yaml', 'base: nord\n');
		await write('broken.yaml', 'colors: [');
		await write('huge.yaml', '#'.repeat(70_000));
		await mkdir(path.join(home, 'themes/folder.yaml'));
		const {user, findThemes} = open();
		findThemes();
		await until(() => user.state.themes.all.length > palettes.size, 'themes');
		const own = user.state.themes.all.slice(palettes.size);
		expect(own.map(({name, background, isOwn}) => [name, background, isOwn])).toEqual([
			['apple', 'dark', true],
			['broken', 'dark', true],
			['zebra', 'light', true],
		]);
		expect(own[0]?.problem).toMatch(/^colors\.muted has a contrast of /);
		expect(own[1]?.problem).toMatch(/^broken\.yaml line 1: /);
		expect(own[2]?.problem).toBeUndefined();
	});

	test('a file that was changed is painted as it is now', async () => {
		await write('mine.yaml', 'colors: {ok: "#00ff00"}\n');
		const {user, painted, findThemes} = open();
		findThemes();
		await until(() => user.state.themes.all.length > palettes.size, 'themes');
		user.press('C', 'G', 'enter');
		expect(painted.at(-1)).toBe('#00ff00');
		await write('mine.yaml', 'colors: {ok: "#00ee00"}\n');
		findThemes();
		await until(() => painted.at(-1) === '#00ee00', 'the new colour');
	});

	test('without a folder there are those built in', async () => {
		const {user, findThemes} = open();
		user.dispatch({type: 'themes/found', all: []});
		findThemes();
		await until(() => user.state.themes.all.length > 0, 'themes');
		expect(user.state.themes.all).toHaveLength(palettes.size);
		expect(ownPalettes.dark).toBe(palettes.get('dark'));
	});
});
