import {describe, expect, test} from 'vitest';
import type {ActionPolicy} from '../../../../source/model/act/policy.ts';
import {usualPolicy} from '../../../../source/model/act/policy.ts';
import {keyOf, ofProject} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const api = ofProject('shop', 'api');
const guarded: ActionPolicy = {confirm: {}, protected: ['unix://*']};

const at = (policy: ActionPolicy): User => {
	const user = new User({containers: [api], policy, isInTmux: true});
	user.dispatch({type: 'list/revealed', key: keyOf('shop-api-1')});
	return user;
};

/** By its words in the palette. */
const choose = (user: User, words: string): void => {
	user.press(':');
	user.type(words);
	user.press('enter');
};

const open: readonly (readonly [string, (user: User) => void, string, string])[] = [
	['a shell', user => user.press('e'), 'Shell in shop/api?', 'shell'],
	['a root shell', user => choose(user, 'root shell'), 'Root shell in shop/api?', 'shell as 0'],
	['attaching', user => choose(user, 'attach to'), 'Attach to shop/api?', 'attach shop/api'],
	[
		'a pane of tmux',
		user => choose(user, 'tmux shell pane'),
		'Shell in shop/api, in a new pane of tmux?',
		'shell of shop/api in a pane',
	],
	[
		'a program as another user',
		user => {
			user.press('E');
			user.paste('mysql --password=hunter2hunter2');
			user.press('tab');
			user.paste('1000');
			user.press('enter');
		},
		'Run mysql in shop/api?',
		'shell as 1000 runs mysql|--password=hunter2hunter2',
	],
];

describe.each(open)('%s', (_what, begin, title, done) => {
	test('is at once there where nothing is protected', () => {
		const user = at(usualPolicy);
		begin(user);
		expect(user.asked).toEqual([done]);
	});

	test('is asked about on a protected engine, by its name and that of the container', () => {
		const user = at(guarded);
		begin(user);
		expect(user.asked).toEqual([]);
		expect(user.question?.title).toBe(title);
		expect(user.question?.lines[0]).toMatch(/^shop\/api {2}[\da-f]{12} {2}running$/);
		expect(user.question?.lines).toContain('unix:///var/run/docker.sock is protected.');
		expect(JSON.stringify([user.question?.lines, user.question?.commands])).not.toContain(
			'hunter2',
		);
		// By habit, and too soon.
		user.press('y');
		user.press('enter');
		expect(user.asked).toEqual([]);
		expect(user.state.frame.overlays).toEqual([]);
		begin(user);
		user.wait(1000);
		user.press('y');
		expect(user.asked).toEqual([done]);
	});
});

test('logs in a pane are no way in', () => {
	const user = at(guarded);
	choose(user, 'tmux logs pane');
	expect(user.asked).toEqual(['logs of shop/api in a pane']);
});

test('a question is configured without protection too, and then names the engine', () => {
	const user = at({confirm: {shell: 'ask', rootShell: 'name'}, protected: []});
	user.press('e');
	expect(user.question?.lines).toContain('The engine is unix:///var/run/docker.sock.');
	user.press('escape');
	choose(user, 'root shell');
	expect(user.state.frame.overlays.at(-1)).toMatchObject({
		...{kind: 'confirm-name', expected: 'shop-api-1'},
	});
});

test('root by the form is a root shell', () => {
	const user = at({confirm: {rootShell: 'ask'}, protected: []});
	user.press('E', 'tab');
	user.paste('root:root');
	user.press('enter');
	expect(user.question?.title).toBe('Root shell in shop/api?');
});

test('a debug container on a protected engine wants the name of what it is made beside', () => {
	const user = at(guarded);
	const form = {
		purpose: 'debug',
		title: 'Debug container beside shop/api',
		fields: [{id: 'image', label: 'image', text: 'busybox', choices: ['busybox'], isFree: true}],
		targets: [{ref: api.ref, name: 'shop/api', seen: {state: 'running'}}],
	} as const;
	user.dispatch({
		type: 'overlay/opened',
		overlay: {kind: 'form', form, index: 0, text: 'busybox'},
	});
	user.press('enter');
	expect(user.state.frame.overlays).toMatchObject([
		{kind: 'confirm-name', confirm: {title: 'Debug container beside shop/api?', named: 1}},
	]);
	user.wait(1000);
	user.type('shop-api-1');
	user.wait(1000);
	user.press('enter');
	expect(user.asked).toEqual(['debug shop/api with busybox']);
});

test('what has gone is not asked about', () => {
	const user = at(guarded);
	user.press('E');
	user.sees([]);
	user.press('enter');
	expect(user.question).toBeUndefined();
	expect(user.asked).toEqual([]);
});
