import {describe, expect, test} from 'vitest';
import {logSourceOf} from '../../../source/model/logs/log-source.ts';
import {
	aContainer,
	aLine,
	keyOf,
	ofProject,
	refOf,
	shop,
	startMillis,
} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const mailer = ofProject('shop', 'mailer');
const minute = 60_000;

const heard = (user: User, name: string, ago: number, action = 'pause'): void =>
	user.dispatch({
		type: 'timeline/heard',
		event: {kind: 'container.changed', ref: refOf(name), atMillis: startMillis - ago, action},
	});

const onEvents = (): User => {
	const user = new User({containers: [...shop, mailer]});
	heard(user, 'shop-api-1', 3 * minute);
	heard(user, 'shop-mailer-1', 2 * minute);
	heard(user, 'gone', minute);
	user.open('events');
	return user;
};

describe('keys', () => {
	test('act on nothing while it follows, for what is at the top changes by itself', () => {
		const user = onEvents();
		user.press('enter', 'r', 'e', 'L');
		expect(user.state.frame.view).toBe('events');
		expect(user.question).toBeUndefined();
		expect(user.asked).toEqual([]);
	});

	test('act on the container under the cursor, whatever comes', () => {
		const user = onEvents();
		user.press('j', 'j');
		heard(user, 'shop-api-1', 0);
		user.press('r');
		expect(user.question?.title).toBe('Restart shop/mailer?');
	});

	test('go to the end at once, also where there is no cursor yet', () => {
		const user = onEvents();
		user.press('G');
		expect(user.state.places.events?.index).toBe(2);
	});

	test('have nothing to act on where the container is gone', () => {
		const user = onEvents();
		user.press('j', 'enter');
		expect(user.state.frame.view).toBe('events');
		expect(user.messages.at(-1)).toContain('gone');
	});
});

test('Enter goes to the container, and Esc back to where it was', () => {
	const user = onEvents();
	user.press('j', 'j', 'enter');
	expect(user.state.frame.view).toBe('dashboard');
	expect(user.selected).toBe('mailer');
	user.press('escape');
	expect(user.state.frame.view).toBe('events');
	expect(user.state.places.events?.index).toBe(1);
});

test('f follows again', () => {
	const user = onEvents();
	user.press('j', 'j', 'f');
	expect(user.state.places.events).toBeUndefined();
});

describe('L goes to the log of that moment', () => {
	const source = logSourceOf(mailer);

	const withLog = (): User => {
		const user = onEvents();
		user.press('j', 'j');
		user.logs.append(
			[4, 3, 2, 1].map(ago => ({
				source,
				line: aLine(`${ago} minutes ago`, startMillis - ago * minute),
			})),
		);
		const target = {kind: 'source', source} as const;
		user.dispatch({type: 'logs/opened', target, version: 0});
		user.dispatch({type: 'logs/appended', version: user.logs.version});
		return user;
	};

	test('and holds it there', () => {
		const user = withLog();
		user.press('L');
		expect(user.state.frame).toMatchObject({view: 'dashboard', zoomed: true, focus: 'logs'});
		expect(user.state.logs.held).toMatchObject({seq: 3});
		user.press('escape', 'escape');
		expect(user.state.frame.view).toBe('events');
	});

	test('and at its last words where it ended then', () => {
		const user = withLog();
		heard(user, 'shop-mailer-1', 0, 'pause');
		user.press('g', 'L');
		expect(user.state.logs.held).toMatchObject({seq: 4});
		expect(user.messages).toEqual([]);
	});

	test('says so where it is not read yet', () => {
		const user = onEvents();
		user.press('j', 'j', 'L');
		expect(user.state.frame).toMatchObject({zoomed: true, focus: 'logs'});
		expect(user.messages.at(-1)).toMatch(/still being read; Ctrl\+G goes to 09:58:00/);
	});
});

describe('the filter', () => {
	test('follows every key, is kept by Enter and taken back by Esc', () => {
		const user = onEvents();
		user.press('/');
		user.type('mail');
		expect(user.state.eventFilter).toBe('mail');
		user.press('enter', '/');
		user.type('xx');
		user.press('escape');
		expect(user.state.eventFilter).toBe('mail');
		user.press('j', 'r');
		expect(user.question?.title).toBe('Restart shop/mailer?');
	});

	test('goes with Esc, before the screen does', () => {
		const user = onEvents();
		user.press('/');
		user.type('mail');
		user.press('enter', 'escape');
		expect(user.state.eventFilter).toBe('');
		expect(user.state.frame.view).toBe('events');
		user.press('escape');
		expect(user.state.frame.view).toBe('dashboard');
	});

	test('is not that of the list', () => {
		const user = onEvents();
		user.press('/');
		user.type('mail');
		expect(user.state.list.filter.text).toBe('');
	});
});

test('what happened to a container of another name is found by its key', () => {
	const user = new User({containers: [aContainer('api')]});
	heard(user, 'api', 0);
	user.open('events');
	user.press('j');
	expect(user.state.places.events?.id).toBe('1');
	expect(user.state.timeline[0]?.key).toBe(keyOf('api'));
});
