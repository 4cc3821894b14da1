import {afterEach, describe, expect, test} from 'vitest';
import {lineWidth} from '../../../source/format/line.ts';
import {contentOf} from '../../../source/model/files/file-content.ts';
import type {FileEntry} from '../../../source/model/files/file-entry.ts';
import type {FileSort} from '../../../source/model/files/sort-files.ts';
import {selectFiles} from '../../../source/store/files/select-files.ts';
import {keyOf, startMillis} from '../../helpers/builders.ts';
import {drawArea} from '../../helpers/drawn-area.ts';
import {Mouse} from '../../helpers/mouse.ts';
import {openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {type Scene, scenes} from '../../helpers/view-states.ts';
import {hostileName} from '../../helpers/view-world.ts';

afterEach(unmountAll);

const entries: readonly FileEntry[] = [
	{name: 'static', kind: 'folder', mode: 0o755, sizeBytes: 4096, modifiedMillis: startMillis},
	{name: '.env', kind: 'file', mode: 0o600, sizeBytes: 156, modifiedMillis: startMillis},
	{name: hostileName, kind: 'file', mode: 0o4755, sizeBytes: 52_428_800},
	{name: 'current', kind: 'link', linkTarget: `/srv/${hostileName}`},
	{name: 'log.sock', kind: 'other', mode: 0o777, modifiedMillis: startMillis},
	{name: `${'long-'.repeat(30)}name`, kind: 'file', sizeBytes: 7},
];

const open = (): Scene =>
	scenes
		.ready()
		.do(
			{type: 'frame/view-chosen', view: 'files'},
			{type: 'files/wanted', key: keyOf('shop-api-1'), path: '/app'},
		);

const listed = (whyIncomplete?: string): Scene =>
	open().do({
		type: 'files/listed',
		wish: 1,
		listing: {path: '/app', entries, ...(whyIncomplete === undefined ? {} : {whyIncomplete})},
	});

const copying = (): Scene =>
	listed().do({
		type: 'copy/began',
		copy: {
			...{direction: 'out', name: 'shop/api-1', from: 'shop/api-1:/app', to: '/srv/backup'},
			...{startedAtMillis: startMillis, bytes: 12_300_000, files: 24, totalBytes: 50_000_000},
		},
	});

const text = (scene: Scene, columns = 80, rows = 24): string =>
	drawArea(scene, 'page', columns, rows).text;

describe.each([
	[24, 6],
	[40, 15],
	[80, 24],
	[120, 40],
	[200, 60],
])('at %i by %i', (columns, rows) => {
	test('folders, files and links stand there, and no byte of a name acts', async () => {
		const app = await openApp(listed(), {columns, rows});
		const screen = app.lastFrame();
		expect(screen).toContain('static/');
		expect(screen).not.toContain('\u001b');
		if (columns === 80 || columns === 200)
			expect(screen).toMatch(/\.env +156B +rw------- {2}2026-11-23 10:00/);
	});
});

test('as it is drawn', async () => {
	const app = await openApp(copying(), {columns: 100, rows: 20});
	await expect(app.lastFrame()).toMatchFileSnapshot('screens/files-copying-100x20.txt');
});

test('the title counts what there is, also where there are folders only', () => {
	expect(text(listed(), 100)).toContain('1 folder, 3 files of 50.0 MB, 1 link, 1 device or pipe');
	const only = open().do({
		...{type: 'files/listed', wish: 1},
		listing: {
			path: '/',
			entries: [
				{name: 'etc', kind: 'folder'},
				{name: 'usr', kind: 'folder'},
			],
		},
	});
	expect(text(only)).toMatch(/ 2 folders ─/);
	expect(text(listed().do({type: 'files/dots-turned'}), 110)).toMatch(/1 device or pipe, 1 hidden/);
});

test('by what it is sorted, in the names of the columns', () => {
	const sorted = (sort: FileSort, isReversed: boolean): string =>
		text(listed().do({type: 'files/sorted', order: {sort, isReversed}}));
	expect(sorted('name', false)).toMatch(/NAME ▴ .*SIZE {2}MODE/);
	expect(sorted('size', false)).toMatch(/NAME {2}.* SIZE ▾/);
	expect(sorted('time', true)).toMatch(/CHANGED ▴/);
});

test('a click on the name of a column sorts by it, a second one the other way round', () => {
	const mouse = new Mouse(listed(), 80, 24);
	expect(mouse.click('SIZE').scene.state.files.order).toEqual({sort: 'size', isReversed: false});
	expect(mouse.click('SIZE').scene.state.files.order).toEqual({sort: 'size', isReversed: true});
	expect(mouse.click('CHANGED').scene.state.files.order.sort).toBe('time');
	expect(mouse.click('NAME').scene.state.files.order).toEqual({sort: 'name', isReversed: false});
});

test('a link that was followed is named with what it led to', () => {
	const via = {
		type: 'files/wanted',
		key: keyOf('shop-api-1'),
		path: '/usr/lib',
		via: '/lib',
	} as const;
	expect(text(open().do(via))).toContain('shop/api-1:/usr/lib  by the link /lib');
	const failed = listed().do({type: 'link/wanted', path: '/app/current'});
	expect(text(failed)).toContain('⋯ following /app/current');
});

describe('beside the list', () => {
	const on = (id: string, scene = listed()): Scene =>
		scene.do({type: 'page/moved', page: 'files', place: {id, index: 0, row: 0}});
	const peeked = (bytes: Uint8Array, sizeBytes = bytes.length): Scene =>
		on('.env').do({
			...{type: 'file/peeked', key: keyOf('shop-api-1'), path: '/app/.env'},
			peek: {status: 'ready', content: contentOf(bytes, sizeBytes)},
		});

	test('as it is drawn', async () => {
		const bytes = Buffer.from(
			'# of api\nPORT=8000\nDB_PASSWORD=hunter2\n\tA=\u001b[2J\u009b31mred\n',
		);
		const app = await openApp(peeked(bytes), {columns: 140, rows: 18});
		expect(app.lastFrame()).not.toContain('hunter2');
		expect(app.lastFrame()).not.toContain('\u001b');
		await expect(app.lastFrame()).toMatchFileSnapshot('screens/files-peek-140x18.txt');
	});

	test('only on a screen that is wide enough, and no line is wider than it', () => {
		expect(text(on('.env'), 110)).toContain('0600');
		expect(text(on('.env'), 109)).not.toContain('0600');
		const {lines} = drawArea(peeked(Buffer.from(`${'漢'.repeat(5000)}\n`)), 'page', 111, 24);
		for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(111);
	});

	test.each([
		['a file that is being read', on('.env'), /what is in it ─+ ⋯/],
		['one of which a part is shown', peeked(Buffer.from('a\nb\n'), 9000), /the first 4 B/],
		['one that is no text', peeked(Buffer.from('\u007fELF\0')), /binary: its first bytes/],
		['a folder that was never open', on('static'), /Enter shows what is in it/],
		['a link', on('current'), /leads to \/srv\/evil[\s\S]*Enter follows it/],
		['what is neither', on('log.sock'), /device, pipe or socket ─/],
	])('%s', (_what, scene, expected) => {
		expect(text(scene, 200)).toMatch(expected);
	});

	test('why nothing can be shown of a file', () => {
		const peek = {status: 'failed', message: 'it has gone'} as const;
		const key = keyOf('shop-api-1');
		const failed = on('.env').do({type: 'file/peeked', key, path: '/app/.env', peek});
		expect(text(failed, 200)).toContain('it has gone');
	});

	test('of a folder that was open what was seen there', () => {
		const key = keyOf('shop-api-1');
		const scene = listed().do(
			{type: 'files/wanted', key, path: '/app/static'},
			{
				...{type: 'files/listed', wish: 2},
				listing: {path: '/app/static', entries: [{name: 'logo.png', kind: 'file', sizeBytes: 9}]},
			},
			{type: 'files/wanted', key, path: '/app'},
			{type: 'files/listed', wish: 3, listing: {path: '/app', entries}},
		);
		expect(text(on('static', scene), 200)).toMatch(/1, when it was open/);
		expect(text(on('static', scene), 200)).toMatch(/logo\.png +9B/);
	});

	test('a click on it chooses nothing', () => {
		const mouse = new Mouse(on('.env'), 200, 24);
		mouse.click('mode ');
		expect(mouse.click('what is in it').scene.state.places.files?.id).toBe('.env');
	});
});

test('a path is typed with what it could be', async () => {
	const app = await openApp(listed(), {columns: 100, rows: 24});
	await app.press('/');
	expect(app.lastFrame()).toContain('go to shop/api-1:/app/_');
	await app.press('s');
	expect(app.lastFrame()).toMatch(/Tab static\//);
	await app.press('\t');
	expect(app.lastFrame()).toContain('/app/static/_');
});

test('twenty thousand files are drawn, sorted and walked through without delay', () => {
	const many = Array.from({length: 20_000}, (_, at) => ({
		...{name: `file-${at}`, kind: 'file', sizeBytes: (at * 7919) % 20_000},
	})) as readonly FileEntry[];
	const scene = open().do({type: 'files/listed', wish: 1, listing: {path: '/app', entries: many}});
	text(scene);
	const rows = selectFiles(scene.state);
	for (let key = 0; key < 50; key++) {
		scene.do({
			type: 'page/moved',
			page: 'files',
			place: {id: rows[key]?.id ?? '', index: key, row: 0},
		});
		text(scene);
	}
	// Not once for each key.
	expect(selectFiles(scene.state)).toBe(rows);
	scene.do({type: 'files/sorted', order: {sort: 'size', isReversed: false}});
	expect(selectFiles(scene.state)[0]?.sizeBytes).toBe(19_999);
});

test('what is not whole says so, and what is not known is no 0', () => {
	expect(text(listed('incomplete: 32 MB of it were read'))).toMatch(
		/incomplete: 32 MB of it were read {2}\+ reads on/,
	);
	expect(text(listed())).toMatch(/current → \/srv\/.* {9}–/);
});

test('loading, failed, empty and of nothing: a sentence each', () => {
	expect(text(open())).toContain('reading /app');
	const failure = {kind: 'not-found', message: 'There is no /app in the container'} as const;
	const failed = text(open().do({type: 'files/failed', wish: 1, failure}));
	expect(failed).toContain('There is no /app in the container. R reads it again');
	const listing = {path: '/app', entries: []};
	expect(text(open().do({type: 'files/listed', wish: 1, listing}))).toContain(
		'This folder is empty',
	);
	expect(text(open().select('project:shop'))).toContain('files of one container: select one');
});

const viewed = (bytes: Uint8Array, sizeBytes = bytes.length): Scene =>
	listed().do(
		{type: 'file/wanted', path: '/app/.env'},
		{type: 'file/read', path: '/app/.env', content: contentOf(bytes, sizeBytes)},
	);

test('a file is shown with its secrets covered, then open, then covered', async () => {
	const scene = viewed(Buffer.from('PORT=8000\nDB_PASSWORD=hunter2\n\u001b[2J\ttab'));
	const app = await openApp(scene, {columns: 80, rows: 24});
	expect(app.lastFrame()).toContain('DB_PASSWORD=******');
	expect(app.lastFrame()).toContain('1 line covered');
	await app.press('v');
	expect(app.lastFrame()).toContain('DB_PASSWORD=hunter2');
	expect(app.lastFrame()).toContain('secret shown 10s');
	await app.press('v');
	expect(app.lastFrame()).not.toContain('hunter2');
});

test('what is cut, binary or empty says so', async () => {
	const cut = await openApp(viewed(Buffer.from('a\n'.repeat(1000)), 5e6), {columns: 90, rows: 24});
	expect(cut.lastFrame()).toContain('only the first 2.0 KB');
	await cut.press('G');
	expect(cut.lastFrame()).toMatch(/-1000 of 1000/);
	const binary = await openApp(viewed(Buffer.from('\u007fELF\0\0')), {columns: 90, rows: 24});
	expect(binary.lastFrame()).toContain('7f 45 4c 46 00 00');
	const empty = await openApp(viewed(Buffer.from('')), {columns: 90, rows: 24});
	expect(empty.lastFrame()).toContain('the file is empty');
});
