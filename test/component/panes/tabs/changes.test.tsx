import {expect, test} from 'vitest';
import type {FileChange, FileChanges} from '../../../../source/model/file-change.ts';
import {keyOf, startMillis} from '../../../helpers/builders.ts';
import {drawArea} from '../../../helpers/drawn-area.ts';
import {type Scene, scenes} from '../../../helpers/view-states.ts';

const about = {key: keyOf('shop-api-1'), kind: 'changes', atMillis: startMillis} as const;

const open = (value: FileChanges): Scene =>
	scenes
		.ready()
		.do(
			{type: 'frame/tab-chosen', tab: 'changes'},
			{type: 'frame/focused', pane: 'logs'},
			{type: 'detail/loaded', ...about, value},
		);

const some: readonly FileChange[] = [
	{kind: 'modified', path: '/etc'},
	{kind: 'modified', path: '/etc/passwd'},
	{kind: 'deleted', path: '/etc/motd'},
	{kind: 'added', path: '/made\u001b[31m\nup'},
];

const all = {changes: some, total: some.length};

test('folders with their counts, and what is not among them', () => {
	const drawn = drawArea(open(all), 'bottom', 80, 24);
	expect(drawn.texts[1]).toBe(
		' + 1 added   ~ 1 modified   - 1 deleted     without volumes, binds and tmpfs',
	);
	expect(drawn.textWith('etc/')).toMatch(/▸ {3}etc\/ +~1 -1$/);
	expect(drawn.text).toMatch(/\+ made/);
	expect(drawn.tokenOf('made')).toBe('ok');
});

test('unfolded, what happened to each file', () => {
	const scene = open(all).do({type: 'trees/all-turned', tree: 'changes', all: 'open'});
	const drawn = drawArea(scene, 'bottom', 80, 24);
	expect(drawn.text).toMatch(/▾ {3}etc\/.*\n +- motd\n +~ passwd/);
	expect(drawn.tokenOf('motd')).toBe('err');
});

test('more than are listed', () => {
	const {text} = drawArea(open({...all, total: 100_004}), 'bottom', 80, 24);
	expect(text).toContain('100,000 more are not shown');
});

test('nothing changed', () => {
	const {text} = drawArea(open({changes: [], total: 0}), 'bottom', 80, 24);
	expect(text).toContain('all files are as the image has them');
});
