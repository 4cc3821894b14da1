import {expect, test} from 'vitest';
import type {FileEntry} from '../../../../source/model/files/file-entry.ts';
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
	expect(other.state.files.path).toBe('/usr/bin');
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

test('without a container there are no files', () => {
	const user = new User({containers: []});
	user.press('F');
	expect(user.messages.at(-1)).toContain('no container is selected');
});
