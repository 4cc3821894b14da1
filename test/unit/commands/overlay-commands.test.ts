import {describe, expect, test} from 'vitest';
import {sortFields} from '../../../source/model/sort.ts';
import {aContainer, ofProject} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const two = [aContainer('api'), aContainer('db')];

const overlay = (user: User) => user.state.frame.overlays.at(-1);

describe('a question', () => {
	const asked = (): User => {
		const user = new User({containers: two});
		user.press('r');
		return user;
	};

	test('is answered with y', () => {
		const user = asked();
		user.wait(300);
		user.press('y');
		expect(user.asked).toEqual(['restart 1']);
		expect(overlay(user)).toBeUndefined();
	});

	test.each(['n', 'escape', 'enter', 'q'])('is answered No by %s', key => {
		const user = asked();
		user.wait(5000);
		user.press(key);
		expect(overlay(user)).toBeUndefined();
		user.press('y');
		expect(user.asked).toEqual([]);
	});

	test('does not hear a y that was pressed before anyone could read it', () => {
		const user = asked();
		user.wait(299);
		user.press('y');
		expect(user.asked).toEqual([]);
		expect(user.question).toBeDefined();
		user.wait(1);
		user.press('y');
		expect(user.asked).toEqual(['restart 1']);
	});

	test('is not answered by a second y', () => {
		const user = asked();
		user.wait(300);
		user.press('y', 'y', 'y');
		expect(user.asked).toEqual(['restart 1']);
	});

	test.each(['r', 's', 'e', 'j', 'down', 'space', 'Y', '/', 'tab', 'z', 'l', 'D'])(
		'is deaf to %s',
		key => {
			const user = asked();
			user.wait(300);
			const before = user.state;
			user.press(key);
			expect(user.state).toBe(before);
			expect(user.asked).toEqual([]);
		},
	);
});

describe('the filter', () => {
	const shop = ['api', 'worker', 'db'].map(service => ofProject('shop', service));

	const typing = (text: string): User => {
		const user = new User({containers: shop});
		user.press('/');
		user.type(text);
		return user;
	};

	test('filters while it is typed', () => {
		const user = typing('wo');
		expect(user.list).toEqual(['  - shop 3/3', '> worker']);
		user.press('backspace', 'backspace');
		expect(user.list).toHaveLength(4);
	});

	test('takes keys that are commands elsewhere', () => {
		const user = typing('q?rsjk/ [yz');
		expect(user.state.list.filter.text).toBe('q?rsjk/ [yz');
		expect(user.asked).toEqual([]);
	});

	test('is kept by Enter and found again', () => {
		const user = typing('db');
		user.press('enter');
		expect(user.list).toEqual(['  - shop 3/3', '> db']);
		user.press('/');
		expect(overlay(user)).toMatchObject({text: 'db', before: 'db'});
		user.type('x');
		expect(user.state.list.filter.text).toBe('dbx');
	});

	test('is given up by Escape: what was before is back', () => {
		const user = typing('db');
		user.press('enter', '/');
		user.type(' status:exited');
		expect(user.list).toEqual([]);
		user.press('escape');
		expect(user.state.list.filter.text).toBe('db');
		expect(user.list).toEqual(['  - shop 3/3', '> db']);
		expect(overlay(user)).toBeUndefined();
	});

	test('is edited as in a shell', () => {
		const user = typing('status:exited shop');
		user.press('ctrl+w');
		expect(user.state.list.filter.text).toBe('status:exited ');
		user.press('ctrl+u');
		expect(user.state.list.filter.text).toBe('');
		expect(user.list).toHaveLength(4);
	});

	test('what was filtered by before is found again with the arrows', () => {
		const user = typing('wo');
		user.press('enter', '/', 'ctrl+u');
		user.type('db');
		user.press('enter', '/', 'ctrl+u', 'up');
		expect(user.state.list.filter.text).toBe('db');
		user.press('up', 'up');
		expect(user.state.list.filter.text).toBe('wo');
		user.press('down', 'down');
		expect(user.state.list.filter.text).toBe('');
		user.press('escape');
		expect(user.state.list.filter.text).toBe('db');
		expect(user.state.logs.typed).toEqual([]);
	});

	test('is that of the list; in the log the same key searches', () => {
		const user = new User({containers: shop});
		user.press('l', '/');
		user.type('db');
		user.press('enter');
		expect(user.state.list.filter.text).toBe('');
		expect(user.state.logs.search?.text).toBe('db');
	});
});

describe('the sort', () => {
	test('begins at the field that is sorted by, and goes round', () => {
		const user = new User({containers: two});
		user.press('o');
		expect(overlay(user)).toEqual({kind: 'sort', index: 0});
		user.press('up');
		expect(overlay(user)).toEqual({kind: 'sort', index: sortFields.length - 1});
		user.press('down', 'j', 'o');
		expect(overlay(user)).toEqual({kind: 'sort', index: 2});
	});

	test('is chosen in the direction that field is read in', () => {
		const user = new User({containers: two});
		user.press('o', 'down', 'down', 'enter');
		expect(user.state.list.sort).toEqual({field: 'name', descending: false});
		user.press('o', 'k', 'space');
		expect(user.state.list.sort).toEqual({field: 'memory', descending: true});
		expect(overlay(user)).toBeUndefined();
	});

	test('stays as it was when nothing is chosen', () => {
		const user = new User({containers: two});
		const {sort} = user.state.list;
		user.press('o', 'down', 'escape');
		expect(user.state.list.sort).toBe(sort);
		user.press('o', 'down', 'q');
		expect(user.state.list.sort).toBe(sort);
		expect(user.asked).toEqual([]);
	});
});

describe.each([
	['help', '?'],
	['messages', 'h'],
] as const)('%s', (kind, key) => {
	test.each(['escape', key, 'q', 'enter'])('is closed by %s', closing => {
		const user = new User({containers: two});
		user.press(key);
		expect(overlay(user)?.kind).toBe(kind);
		user.press(closing);
		expect(overlay(user)).toBeUndefined();
		expect(user.asked).toEqual([]);
	});

	test('scrolls as far as there is something to see', () => {
		const user = new User({containers: two});
		user.press(key, 'down', 'j');
		expect(overlay(user)).toEqual({kind, top: 2});
		user.press('pagedown', 'space');
		expect(overlay(user)).toEqual({kind, top: 3});
		user.press('k');
		expect(overlay(user)).toEqual({kind, top: 2});
		user.press('pageup', 'up');
		expect(overlay(user)).toEqual({kind, top: 0});
	});
});
