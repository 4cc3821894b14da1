import {expect, test} from 'vitest';
import type {FileEntry} from '../../../../source/model/files/file-entry.ts';
import {type FileSort, sortFiles} from '../../../../source/model/files/sort-files.ts';

const entries: readonly FileEntry[] = [
	{name: 'b', kind: 'file', sizeBytes: 10, modifiedMillis: 3000},
	{name: 'src', kind: 'folder', sizeBytes: 4096, modifiedMillis: 1000},
	{name: 'a', kind: 'file', sizeBytes: 10, modifiedMillis: 1000},
	{name: 'link', kind: 'link', modifiedMillis: 2000},
	{name: 'big', kind: 'file', sizeBytes: 9_000_000},
	{name: 'lib', kind: 'folder', modifiedMillis: 5000},
];

const names = (sort: FileSort, isReversed = false): string =>
	sortFiles(entries, {sort, isReversed})
		.map(({name}) => name)
		.join(' ');

test('folders come first, and what is not known last', () => {
	expect(names('name')).toBe('lib src a b big link');
	expect(names('name', true)).toBe('src lib link big b a');
	// Of a folder the engine tells no size that means anything.
	expect(names('size')).toBe('lib src big a b link');
	expect(names('size', true)).toBe('lib src a b big link');
	expect(names('time')).toBe('lib src b link a big');
	expect(names('time', true)).toBe('src lib a link b big');
});
