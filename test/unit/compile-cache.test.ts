import {
	chmodSync,
	chownSync,
	mkdirSync,
	mkdtempSync,
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

	test.runIf(process.getuid?.() === 0)('where it belongs to somebody else', () => {
		mkdirSync(`${home}/dockmon`, {mode: 0o700});
		chownSync(`${home}/dockmon`, 65_534, 65_534);
		expect(folderOf()).toBeUndefined();
	});
});
