import {describe, expect, test} from 'vitest';
import {aContainer, aSetup, keyOf, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const env = [...Array.from({length: 30}, (_, index) => `V${10 + index}=${index}`), 'MY_TOKEN=abc'];

/** In the environment of a container with 31 variables, in a pane of ten rows. */
const begin = (): User => {
	const user = new User({containers: [aContainer('api'), aContainer('db')]});
	user.dispatch({
		...{type: 'detail/loaded', key: keyOf('api'), kind: 'setup', atMillis: startMillis},
		value: aSetup({env}),
	});
	user.press('v');
	return user;
};

const place = (user: User) => user.state.detail.places.env;

test('v opens the environment and gives it the keys', () => {
	expect(begin().state.frame).toMatchObject({tab: 'env', focus: 'logs'});
});

test('the cursor goes over the rows, by pages and to both ends', () => {
	const user = begin();
	user.press('down', 'j', 'up');
	expect(place(user)).toEqual({top: 0, item: 1});
	user.press('pagedown');
	expect(place(user)?.item).toBe(11);
	user.press('end');
	expect(place(user)?.item).toBe(30);
	user.press('down', 'G');
	expect(place(user)?.item).toBe(30);
	user.press('g');
	expect(place(user)).toEqual({top: 0, item: 0});
});

test('Enter zooms the tab and back, and Esc gives the keys to the list', () => {
	const user = begin();
	user.press('enter');
	expect(user.state.frame.zoomed).toBe(true);
	user.press('enter', 'escape');
	expect(user.state.frame).toMatchObject({zoomed: false, focus: 'list', tab: 'env'});
});

test('another container is shown from its beginning', () => {
	const user = begin();
	user.press('end', 'escape', 'down');
	expect(user.state.detail.places).toEqual({});
});

describe('finding', () => {
	test('goes to the nearest hit with every key', () => {
		const user = begin();
		user.press('/');
		user.type('v2');
		expect(place(user)?.item).toBe(11);
		user.type('5');
		expect(place(user)?.item).toBe(16);
		user.press('enter');
		expect(user.state.frame.overlays).toEqual([]);
		expect(user.state.detail.find?.text).toBe('v25');
	});

	test('n and N go on, round the ends', () => {
		const user = begin();
		user.press('/');
		user.type('v2');
		user.press('enter', 'n', 'n');
		expect(place(user)?.item).toBe(13);
		user.press('N', 'N', 'N');
		expect(place(user)?.item).toBe(20);
	});

	test('Esc puts all back as it was, and a second one forgets what was found', () => {
		const user = begin();
		user.press('down', '/');
		user.type('v2');
		user.press('escape');
		expect(place(user)).toEqual({top: 0, item: 1});
		expect(user.state.detail.find).toBeUndefined();
		user.press('/');
		user.type('v2');
		user.press('enter', 'escape');
		expect(user.state.detail.find).toBeUndefined();
		expect(user.state.frame.focus).toBe('logs');
	});

	test('says where there is nothing to go to', () => {
		const user = begin();
		user.press('n');
		expect(user.messages.at(-1)).toBe('info: next: nothing is looked for yet');
		user.press('/');
		user.type('nowhere');
		user.press('enter', 'n');
		expect(user.messages.at(-1)).toBe('info: nowhere is not in this tab');
	});

	test('keeps open what cannot be read', () => {
		const user = begin();
		user.press('/');
		user.type('/(/');
		user.press('enter');
		expect(user.state.frame.overlays).toHaveLength(1);
	});
});

describe('the variable under the cursor', () => {
	test('is shown by v for ten seconds, and covered by another', () => {
		const user = begin();
		user.press('g', 'v');
		expect(user.state.detail.revealed).toEqual({name: 'MY_TOKEN', leftMillis: 10_000});
		user.press('v');
		expect(user.state.detail.revealed).toBeUndefined();
	});

	test('is covered at once where nobody looks any more', () => {
		for (const key of [']', 'escape']) {
			const user = begin();
			user.press('g', 'v', key);
			if (key === 'escape') user.press('down');
			expect(user.state.detail.revealed).toBeUndefined();
		}
	});

	test('is told to be none where it is no secret', () => {
		const user = begin();
		user.press('down', 'v');
		expect(user.state.detail.revealed).toBeUndefined();
		expect(user.messages.at(-1)).toBe('info: V10 is no secret and shown as it is');
	});

	test('is copied as it is', () => {
		const user = begin();
		user.press('y');
		expect(user.asked).toEqual(['copy the value of MY_TOKEN: abc']);
	});
});

describe('from another screen', () => {
	test.each(['stats', 'host'] as const)('than the list, %s, v goes there, and Esc back', view => {
		const user = new User({containers: [aContainer('api')]});
		user.open(view);
		user.press('v');
		expect(user.state.frame).toMatchObject({view: 'dashboard', tab: 'env', focus: 'logs'});
		user.press('escape', 'escape');
		expect(user.state.frame.view).toBe(view);
	});

	test('where nothing is chosen on it v says so', () => {
		const user = new User({containers: [aContainer('api')]});
		user.open('problems');
		user.press('v');
		expect(user.state.frame).toMatchObject({view: 'problems', tab: 'logs'});
		expect(user.messages.at(-1)).toContain('no container is selected');
	});
});
