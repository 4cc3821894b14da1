import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {backgroundOf, choosePalette} from '../../../source/app/choose-palette.ts';

const fileOf = (text: string): string => {
	const file = path.join(mkdtempSync(path.join(tmpdir(), 'dockmon-theme-')), 'mine.yaml');
	writeFileSync(file, text);
	return file;
};

const configFile = '/nowhere/config.yaml';
const choose = (theme: string | undefined) => choosePalette(theme, {configFile, isAskedFor: true});

test('a theme by its name; none is that of the background', async () => {
	expect((await choose('nord')).palette?.name).toBe('nord');
	expect(await choose(undefined)).toEqual({warnings: []});
});

test('a file changes some colours of another theme', async () => {
	const file = fileOf('base: gruvbox-light\ncolors: {ok: "#005500"}\nselected: "#dddddd"\n');
	const {palette, warnings} = await choose(file);
	expect(palette).toMatchObject({
		background: 'light',
		behind: '#fbf1c7',
		tokens: {ok: {hex: '#005500'}, err: {hex: '#9d0006'}},
		selected: {hex: '#dddddd'},
	});
	expect(warnings).toEqual([]);
});

test('what is wrong in a file is told with its line, and what cannot be read as well', async () => {
	const file = fileOf('base: nrod\ncolors:\n  ok: green\n  warm: "#ffffff"\n  muted: "#333333"\n');
	const {palette, warnings} = await choose(file);
	expect(palette?.tokens.muted.hex).toBe('#333333');
	expect(warnings).toHaveLength(4);
	expect(warnings.join('\n')).toContain('line 3: colors.ok is no colour such as "#66e6cc"');
	expect(warnings.join('\n')).toContain('line 4: there is no colors.warm; did you mean warn?');
	expect(warnings.join('\n')).toContain('there is no theme nrod');
	expect(warnings.join('\n')).toContain('colors.muted has a contrast of 1.7');
});

test('a theme that is nowhere ends the program, with those there are', async () => {
	await expect(choose('nrod')).rejects.toMatchObject({
		kind: 'invalid',
		message: 'There is no theme nrod.',
		hint: expect.stringContaining('nord'),
	});
});

test('a theme of the configuration that is nowhere is a warning', async () => {
	const {palette, warnings} = await choosePalette('nrod', {configFile, isAskedFor: false});
	expect(palette).toBeUndefined();
	expect(warnings).toEqual([
		expect.stringMatching(
			/^There is no theme nrod\. There are .*nord.*\/nowhere\/themes\/nrod\.yaml/,
		),
	]);
});

test('a name is that of a file in the folder themes beside the configuration', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-theme-'));
	mkdirSync(path.join(folder, 'themes'));
	writeFileSync(path.join(folder, 'themes/mine.yaml'), 'base: nord\nselected: "#123456"\n');
	const beside = {configFile: path.join(folder, 'other.yaml'), isAskedFor: false};
	const {palette, warnings} = await choosePalette('mine', beside);
	expect(palette).toMatchObject({name: 'mine', selected: {hex: '#123456'}});
	expect(warnings).toEqual([]);
});

test('what some terminals say of their background without being asked', () => {
	expect(backgroundOf({COLORFGBG: '0;15'})).toBe('light');
	expect(backgroundOf({COLORFGBG: '0;default;7'})).toBe('light');
	expect(backgroundOf({COLORFGBG: '15;0'})).toBe('dark');
	expect(backgroundOf({})).toBe('dark');
});
