import {expect, test} from 'vitest';
import {parseListing} from '../../../../source/engine/docker/list-by-shell.ts';

const written = (text: string) => parseListing(Buffer.from(text));

test('names with their facts, in the same order', () => {
	expect(
		written('dlib\0\0fa b\nc\0\0lx\0/usr/x\0.\x0041ed 4096 10\n81a4 7 -5\na1ff 6 0\n\0'),
	).toEqual({
		isWhole: true,
		entries: [
			{name: 'lib', kind: 'folder', mode: 0o755, sizeBytes: 4096, modifiedMillis: 10_000},
			{name: 'a b\nc', kind: 'file', mode: 0o644, sizeBytes: 7, modifiedMillis: -5000},
			{name: 'x', kind: 'link', linkTarget: '/usr/x', mode: 0o777, sizeBytes: 6, modifiedMillis: 0},
		],
	});
});

test('who owns it, also by a name with blanks, and by none where it is not known', () => {
	const owners = (facts: string) => written(`fa\0\0.\0${facts}\n\0`)?.entries[0]?.owner;
	expect(owners('81a4 7 5 www-data:adm')).toBe('www-data:adm');
	expect(owners('81a4 7 5 a b:c')).toBe('a b:c');
	expect(owners('81a4 7 5')).toBeUndefined();
});

test('without facts, or with those of others, the names stay', () => {
	expect(written('fa\0\0fb\0\0.\0\0')?.entries).toEqual([
		{name: 'a', kind: 'file'},
		{name: 'b', kind: 'file'},
	]);
	expect(written('fa\0\0fb\0\0.\x0081a4 7 5\n\0')?.entries[0]).toEqual({name: 'a', kind: 'file'});
});

test('a folder that is empty is one', () => {
	expect(written('.\0\0')).toEqual({isWhole: true, entries: []});
});

test.each(['', 'fa\0\0', 'fa\0\0.\0', 'sh: not found\n', 'za\0\0.\0\0', '.\0\0 more\0'])(
	'%j is none',
	text => {
		expect(written(text)).toBeUndefined();
	},
);
