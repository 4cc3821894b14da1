import {
	chmodSync,
	chownSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {compileCacheFolder} from '../../source/compile-cache.ts';

let home: string;

beforeEach(() => {
	home = mkdtempSync(path.join(tmpdir(), 'dockmon-home-'));
});
afterEach(() => rmSync(home, {recursive: true}));

test('it is made below the home, for its owner alone', () => {
	const folder = compileCacheFolder({HOME: home});
	expect(folder).toBe(`${home}/.cache/dockmon`);
	expect(statSync(`${home}/.cache/dockmon`).mode & 0o777).toBe(0o700);
});

test('XDG_CACHE_HOME goes before it, where it is a path', () => {
	expect(compileCacheFolder({HOME: '/nowhere', XDG_CACHE_HOME: home})).toBe(`${home}/dockmon`);
	expect(compileCacheFolder({HOME: home, XDG_CACHE_HOME: 'relative'})).toBe(
		`${home}/.cache/dockmon`,
	);
});

test('folders on the way to it are made too', () => {
	const folder = compileCacheFolder({XDG_CACHE_HOME: `${home}/not/yet`});
	expect(folder).toBe(`${home}/not/yet/dockmon`);
	expect(statSync(`${home}/not`).mode & 0o777).toBe(0o700);
});

describe('there is none', () => {
	const folderOf = () => compileCacheFolder({XDG_CACHE_HOME: home});

	test('without a home', () => {
		expect(compileCacheFolder({})).toBeUndefined();
		expect(compileCacheFolder({HOME: 'here'})).toBeUndefined();
	});

	test.each([0o777, 0o770, 0o702])('where others may write to it: %o', mode => {
		mkdirSync(`${home}/dockmon`);
		chmodSync(`${home}/dockmon`, mode);
		expect(folderOf()).toBeUndefined();
	});

	test('behind a link', () => {
		mkdirSync(`${home}/elsewhere`, {mode: 0o700});
		symlinkSync(`${home}/elsewhere`, `${home}/dockmon`);
		expect(folderOf()).toBeUndefined();
	});

	test('where a file is in the way', () => {
		writeFileSync(`${home}/dockmon`, '');
		expect(folderOf()).toBeUndefined();
	});

	test.each([0o777, 0o770, 0o702])('where others may write beside it: %o', mode => {
		chmodSync(home, mode);
		expect(folderOf()).toBeUndefined();
		expect(compileCacheFolder({HOME: home})).toBeUndefined();
		expect(compileCacheFolder({XDG_CACHE_HOME: `${home}/not/yet`})).toBeUndefined();
		expect(readdirSync(home)).toEqual([]);
	});

	test.runIf(process.getuid?.() === 0)('for root in the home of another, who could swap it', () => {
		chownSync(home, 65_534, 65_534);
		expect(compileCacheFolder({HOME: home})).toBeUndefined();
		expect(readdirSync(home)).toEqual([]);
		mkdirSync(`${home}/.cache`, {mode: 0o700});
		expect(compileCacheFolder({HOME: home})).toBeUndefined();
		expect(compileCacheFolder({HOME: home, XDG_CACHE_HOME: `${home}/.cache`})).toBeUndefined();
	});

	test.runIf(process.getuid?.() === 0)('where it belongs to somebody else', () => {
		mkdirSync(`${home}/dockmon`, {mode: 0o700});
		chownSync(`${home}/dockmon`, 65_534, 65_534);
		expect(folderOf()).toBeUndefined();
	});
});
