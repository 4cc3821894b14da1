import {expect, test} from 'vitest';
import {
	folderOf,
	modeText,
	nameOf,
	pathIn,
	resolvePath,
	sortEntries,
} from '../../../../source/model/files/file-entry.ts';

test.each([
	['/', 'usr/bin', '/usr/bin'],
	['/usr/lib', '../bin/./sh', '/usr/bin/sh'],
	['/a', '/etc//hosts', '/etc/hosts'],
	['/a/b', '../../../..', '/'],
])('from %s the path %s is %s', (folder, path, expected) => {
	expect(resolvePath(folder, path)).toBe(expected);
});

test('a path has a folder and a name', () => {
	expect([folderOf('/etc/nginx/conf'), nameOf('/etc/nginx/conf')]).toEqual(['/etc/nginx', 'conf']);
	expect([folderOf('/etc'), nameOf('/etc'), folderOf('/'), nameOf('/')]).toEqual([
		'/',
		'etc',
		'/',
		'/',
	]);
	expect([pathIn('/', 'a'), pathIn('/a', 'b')]).toEqual(['/a', '/a/b']);
});

test.each([
	[0o755, 'rwxr-xr-x'],
	[0o640, 'rw-r-----'],
	[0o1777, 'rwxrwxrwt'],
	[0o4755, 'rwsr-xr-x'],
	[0o2644, 'rw-r-Sr--'],
])('%i is %s', (mode, text) => {
	expect(modeText(mode)).toBe(text);
});

test('folders come first, each in the order of names', () => {
	const named = (name: string, kind: 'file' | 'folder') => ({name, kind});
	const sorted = sortEntries([named('b', 'file'), named('z', 'folder'), named('a', 'file')]);
	expect(sorted.map(({name}) => name)).toEqual(['z', 'a', 'b']);
});
