import {expect, test} from 'vitest';
import type {FileEntry} from '../../../../source/model/files/file-entry.ts';
import {sumFiles} from '../../../../source/model/files/sum-files.ts';

const entries: readonly FileEntry[] = [
	{name: 'src', kind: 'folder', sizeBytes: 4096},
	{name: 'lib', kind: 'folder'},
	{name: 'a', kind: 'file', sizeBytes: 20},
	{name: 'b', kind: 'hard link', sizeBytes: 0},
	{name: 'big', kind: 'file', sizeBytes: 9_000_000},
	{name: 'link', kind: 'link', sizeBytes: 7},
];

test('what there is of what, and what it takes where that is known', () => {
	expect(sumFiles(entries)).toEqual({folders: 2, files: 3, links: 1, others: 0, bytes: 9_000_020});
	expect(sumFiles([])).toEqual({folders: 0, files: 0, links: 0, others: 0, bytes: 0});
	expect(sumFiles([{name: 'x', kind: 'file'}]).bytes).toBeUndefined();
});
