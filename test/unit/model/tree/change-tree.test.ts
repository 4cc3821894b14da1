import {expect, test} from 'vitest';
import type {FileChange} from '../../../../source/model/file-change.ts';
import {changeRows, changeTree, totalCounts} from '../../../../source/model/tree/change-tree.ts';
import {allFolded, allOpen, withFold} from '../../../../source/model/tree/folds.ts';

const changes: readonly FileChange[] = [
	{kind: 'modified', path: '/var'},
	{kind: 'modified', path: '/var/log'},
	{kind: 'modified', path: '/var/log/dpkg.log'},
	{kind: 'modified', path: '/etc'},
	{kind: 'modified', path: '/etc/passwd'},
	{kind: 'deleted', path: '/etc/motd'},
	{kind: 'added', path: '/etc/new.d'},
	{kind: 'added', path: '/etc/new.d/one'},
	{kind: 'added', path: '/etc/new.d/two'},
	{kind: 'added', path: '/made'},
];

const drawn = (folds = allFolded): string[] =>
	changeRows(changeTree(changes), folds).map(
		({node, depth}) => `${'  '.repeat(depth)}${node.kind ?? ''} ${node.name}`,
	);

test('folded: folders first, by name', () => {
	expect(drawn()).toEqual(['modified etc', 'modified var/log', 'added made']);
});

test('unfolded: what is in them', () => {
	expect(drawn(allOpen)).toEqual([
		'modified etc',
		'  added new.d',
		'    added one',
		'    added two',
		'  deleted motd',
		'  modified passwd',
		'modified var/log',
		'  modified dpkg.log',
		'added made',
	]);
	expect(drawn(withFold(allFolded, '/etc', false))).toHaveLength(6);
});

test('counts are of files and new folders, not of folders on the way', () => {
	const [etc, log] = changeTree(changes);
	expect(etc?.counts).toEqual({modified: 1, added: 3, deleted: 1});
	expect(log).toMatchObject({path: '/var/log', counts: {modified: 1, added: 0, deleted: 0}});
	expect(totalCounts(changeTree(changes))).toEqual({modified: 2, added: 4, deleted: 1});
});

test('folders that the engine did not name are there too', () => {
	const tree = changeTree([{kind: 'added', path: '/a/b/c'}]);
	expect(tree).toMatchObject([{name: 'a/b', path: '/a/b', children: [{name: 'c', kind: 'added'}]}]);
});

test('names that mean something to JavaScript, and odd paths', () => {
	const odd = ['/__proto__/constructor', '//a///b', '/', `/${'d/'.repeat(5000)}`];
	const tree = changeTree(odd.map(path => ({kind: 'added', path})));
	expect(changeRows(tree, allFolded).map(({node}) => node.path)).toEqual(
		expect.arrayContaining(['/__proto__', '/a']),
	);
});

test('a hundred thousand files in time', () => {
	const many = Array.from({length: 100_000}, (_, index): FileChange => {
		const path = `/srv/${index % 100}/${index}`;
		return {kind: 'added', path};
	});
	const tree = changeTree(many);
	expect(totalCounts(tree).added).toBe(100_000);
	expect(changeRows(tree, allOpen)).toHaveLength(100_101);
});
