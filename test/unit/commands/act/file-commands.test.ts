import {describe, expect, test} from 'vitest';
import type {FileEntry} from '../../../../source/model/files/file-entry.ts';
import {
	selectedFile,
	selectFiles,
	shownFiles,
} from '../../../../source/store/files/select-files.ts';
import {aContainer, keyOf, startMillis} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const entries: readonly FileEntry[] = [
	{name: 'app', kind: 'folder'},
	{name: '$(touch x)', kind: 'file'},
	{name: 'link', kind: 'link', linkTarget: '../usr/bin'},
	{name: 'pipe', kind: 'other'},
];

const inFolder = (path = '/srv'): User => {
	const user = new User({containers: [aContainer('api')]});
	user.press('F');
	user.dispatch({type: 'files/wanted', key: keyOf('api'), path});
	user.dispatch({type: 'files/listed', wish: 1, listing: {path, entries}});
	return user;
};

test('Enter goes into a folder, looks into a file, follows a link, and says what has no content', () => {
	const user = inFolder();
	user.press('enter');
	expect(user.state.files).toMatchObject({path: '/srv/app', listing: {status: 'loading'}});
	const other = inFolder();
	other.press('j', 'enter');
	expect(other.state.files.viewed).toEqual({path: '/srv/$(touch x)'});
	other.press('j', 'enter');
	// Where it leads is looked up, and nothing is left before.
	expect(other.state.files).toMatchObject({path: '/srv', following: '/srv/link'});
	const last = inFolder();
	last.press('G', 'enter');
	expect(last.messages.at(-1)).toContain('/srv/pipe is no file');
});

test('what the cursor stands on is copied out, once at a time', () => {
	const user = inFolder();
	user.press('j', 'c', 'y');
	expect(user.asked).toEqual(['copy out /srv/$(touch x)', 'copy the path: /srv/$(touch x)']);
	user.dispatch({
		type: 'copy/began',
		copy: {
			...{direction: 'out', name: 'api', from: 'api:/x', to: '/', bytes: 0, files: 0},
			startedAtMillis: startMillis,
		},
	});
	user.press('c', 'u', 'X');
	expect(user.messages.at(-1)).toContain('another copy is under way');
	expect(user.asked.slice(2)).toEqual(['cancel copy']);
});

test('a path is copied as one line, for in a shell the end of a line runs it', () => {
	const user = inFolder();
	const listing = {path: '/srv', entries: [{name: 'a\nreboot\n', kind: 'file'}]} as const;
	user.dispatch({type: 'files/listed', wish: 1, listing});
	user.press('g', 'y');
	expect(user.asked).toEqual(['copy the path: /srv/a␊reboot␊']);
});

test('a path is typed that is copied in, or nothing', () => {
	const user = inFolder();
	user.press('u');
	user.type('./my site');
	user.press('enter');
	expect(user.asked).toEqual(['copy in ./my site /srv']);
	user.press('u', 'enter');
	expect(user.state.frame.overlays.at(-1)?.kind).toBe('put');
	user.press('escape');
	expect(user.state.frame.overlays).toEqual([]);
	expect(user.asked).toHaveLength(1);
});

test('what is copied in goes where it was asked for, also when that is gone', () => {
	const user = inFolder();
	user.press('u');
	user.type('./site');
	user.sees([aContainer('other')]);
	user.dispatch({type: 'files/wanted', key: keyOf('other'), path: '/'});
	user.press('enter');
	expect(user.asked).toEqual(['copy in ./site /srv']);
});

const names = (user: User): string =>
	selectFiles(user.state)
		.map(({name}) => name)
		.join(' ');

describe('how the list is looked at', () => {
	test('sorted by name, size and time in turn, and the other way round; the cursor stays', () => {
		const user = inFolder();
		user.dispatch({
			...{type: 'files/listed', wish: 1},
			listing: {
				path: '/srv',
				entries: [
					{name: 'a', kind: 'file', sizeBytes: 1, modifiedMillis: 2},
					{name: 'b', kind: 'file', sizeBytes: 2, modifiedMillis: 1},
				],
			},
		});
		user.press('g');
		expect(selectedFile(user.state)?.name).toBe('a');
		user.press('o');
		expect([names(user), selectedFile(user.state)?.name]).toEqual(['b a', 'a']);
		expect(user.state.places.files?.index).toBe(1);
		expect(user.messages.at(-1)).toBe('info: files by size, largest first');
		user.press('O');
		expect([names(user), user.messages.at(-1)]).toEqual([
			'a b',
			'info: files by size, smallest first',
		]);
		user.press('o');
		expect(names(user)).toBe('a b');
		expect(user.messages.at(-1)).toBe('info: files by time, newest first');
		user.press('o');
		expect(user.state.files.order).toEqual({sort: 'name', isReversed: false});
	});

	test('without what begins with a dot, and with it again; it stays so in the next folder', () => {
		const user = inFolder();
		const listing = {path: '/srv', entries: [{name: '.env', kind: 'file'}, ...entries]} as const;
		user.dispatch({type: 'files/listed', wish: 1, listing});
		user.press('g');
		expect(selectedFile(user.state)?.name).toBe('app');
		user.press('.');
		expect(names(user)).not.toContain('.env');
		expect(shownFiles(user.state).hidden).toBe(1);
		user.dispatch({type: 'files/wanted', key: keyOf('api'), path: '/'});
		user.dispatch({type: 'files/listed', wish: 2, listing: {...listing, path: '/'}});
		expect(names(user)).not.toContain('.env');
		user.press('.');
		expect(names(user)).toContain('.env');
	});

	test('the cursor goes to what takes the place of what is hidden', () => {
		const user = inFolder();
		const listing = {
			path: '/srv',
			entries: [
				{name: '.a', kind: 'file'},
				{name: 'b', kind: 'file'},
			],
		} as const;
		user.dispatch({type: 'files/listed', wish: 1, listing});
		user.press('g', '.');
		expect(selectedFile(user.state)?.name).toBe('b');
		expect(user.state.places.files?.id).toBe('b');
	});

	test('read on where it was cut short, four times as far each time, up to an end', () => {
		const user = inFolder();
		user.press('+');
		expect(user.messages.at(-1)).toContain('all of it was read');
		const listing = {path: '/srv', entries, whyIncomplete: 'only the first 20000 are listed'};
		user.dispatch({type: 'files/listed', wish: 1, listing});
		const reaches: number[] = [];
		for (let step = 0; step < 5; step++) {
			user.press('+');
			reaches.push(user.state.files.reach);
			// What was read is shown meanwhile.
			expect(names(user)).toContain('app');
			user.dispatch({type: 'files/listed', wish: user.state.files.wish, listing});
		}
		expect(reaches).toEqual([4, 16, 64, 64, 64]);
		expect(user.messages.at(-1)).toContain('as far as it goes');
		user.press('R');
		expect(user.state.files.reach).toBe(1);
	});
});

describe('a path that is typed', () => {
	test('begins where one is, is completed, and gone to', () => {
		const user = inFolder();
		user.press('/');
		expect(user.state.frame.overlays.at(-1)).toMatchObject({kind: 'path', text: '/srv/'});
		user.type('a');
		user.press('tab');
		expect(user.state.frame.overlays.at(-1)).toMatchObject({text: '/srv/app/'});
		user.press('enter');
		expect(user.state.frame.overlays).toEqual([]);
		expect(user.state.files).toMatchObject({path: '/srv/app', listing: {status: 'loading'}});
	});

	test('is nothing where it is empty, or left', () => {
		const user = inFolder();
		user.press('/', 'ctrl+u', 'enter');
		expect(user.state.frame.overlays.at(-1)?.kind).toBe('path');
		user.press('escape');
		expect(user.state.files.path).toBe('/srv');
	});

	test('is of the container that it was begun for, or of none', () => {
		const user = inFolder();
		user.press('/');
		user.type('app');
		user.dispatch({type: 'files/wanted', key: keyOf('db'), path: '/'});
		user.press('enter');
		expect(user.state.files).toMatchObject({key: keyOf('db'), path: '/'});
	});
});

test('without a container there are no files', () => {
	const user = new User({containers: []});
	user.press('F');
	expect(user.messages.at(-1)).toContain('no container is selected');
});
