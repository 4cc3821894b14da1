import {describe, expect, test} from 'vitest';
import {menuContent} from '../../../../source/commands/act/menu.ts';
import type {ActionPolicy} from '../../../../source/model/act/policy.ts';
import {usualPolicy} from '../../../../source/model/act/policy.ts';
import type {Container} from '../../../../source/model/container.ts';
import {initialState} from '../../../../source/store/initial-state.ts';
import {anEndpoint, exited, keyOf, ofProject, startMillis} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const api = ofProject('shop', 'api');
const old = ofProject('shop', 'old', exited(1));
const still = ofProject('shop', 'still', {state: 'paused'});

const opened = (...containers: readonly Container[]): User => {
	const user = new User({containers});
	if (containers.length > 1) user.press('g');
	user.press('x');
	return user;
};

const menuOf = (user: User) => {
	const overlay = user.state.frame.overlays.at(-1);
	if (overlay?.kind !== 'menu') throw new Error(`open is ${overlay?.kind}`);
	return menuContent(user.state, overlay);
};

const drawn = (user: User): readonly string[] =>
	menuOf(user).items.map(
		({key, title, disabled}) => `${key} ${title}${disabled ? ` (${disabled})` : ''}`,
	);

describe('x lists all that can be done', () => {
	test('to what runs, with the reason where it cannot', () => {
		expect(drawn(opened(api))).toEqual([
			'r Restart',
			's Stop',
			'S Start (shop/api runs already)',
			'p Pause',
			'P Unpause (shop/api is not paused)',
			'k Kill, or send a signal',
			'd Remove',
			'D Remove with its volumes',
			'n Rename',
			'm Limits: CPU, memory, PIDs',
			'o Restart policy',
		]);
	});

	test('to what has stopped or is paused: s and p mean what they mean outside', () => {
		expect(drawn(opened(old)).slice(1, 6)).toEqual([
			's Start',
			'S Stop (shop/old does not run)',
			'p Pause (shop/old does not run)',
			'P Unpause (shop/old is not paused)',
			'k Kill, or send a signal (shop/old does not run)',
		]);
		expect(drawn(opened(still)).slice(3, 5)).toEqual([
			'p Unpause',
			'P Pause (shop/still is paused already)',
		]);
	});

	test('each with a letter of its own and the command that would do it', () => {
		for (const user of [opened(api), opened(old), opened(api, old, still)]) {
			const {items} = menuOf(user);
			expect(new Set(items.map(({key}) => key)).size).toBe(items.length);
			for (const {argv} of items) expect(argv?.[0]).toBe('docker');
		}
		expect(
			menuOf(opened(api))
				.items.map(({argv}) => argv?.join(' '))
				.slice(0, 2),
		).toEqual(['docker restart shop-api-1', 'docker stop shop-api-1']);
	});

	test('to many: those it fits', () => {
		const user = opened(api, old, still);
		expect(menuOf(user).title).toBe('3 containers of project shop');
		user.press('p');
		expect(user.question?.title).toBe('Pause 1 container of project shop?');
		expect(drawn(opened(api, old))[8]).toBe('n Rename (one container has one name; choose one)');
	});
});

test('a letter asks, and never acts by itself', () => {
	for (const letter of ['r', 's', 'p', 'd']) {
		const user = opened(api);
		user.press(letter);
		expect(user.state.frame.overlays.map(({kind}) => kind)).toEqual([
			letter === 'd' ? 'confirm-name' : 'confirm',
		]);
		expect(user.asked).toEqual([]);
	}
});

test('what cannot be done is told, and the menu stays', () => {
	const user = opened(old);
	user.press('S');
	expect(user.messages).toEqual(['info: Stop: shop/old does not run']);
	expect(menuOf(user).title).toBe('shop/old');
});

test('what it is about stays so, whatever is selected by then, and may be gone', () => {
	const user = opened(api);
	user.sees([old]);
	expect(menuOf(user).title).toBe('shop/api (gone)');
	expect(drawn(user)[0]).toBe('r Restart (the container is gone)');
	user.press('r');
	expect([user.question, user.asked]).toEqual([undefined, []]);
});

test('the arrows go round, Enter chooses, Ctrl+Y copies the command', () => {
	const user = opened(api);
	user.press('up', 'down', 'down', 'ctrl+y', 'enter');
	expect(user.asked).toEqual(['copy the command: docker stop shop-api-1']);
	expect(user.question?.title).toBe('Stop shop/api?');
});

test('signals are a menu behind it', () => {
	const user = opened(api);
	user.press('k', 'h');
	expect(user.question?.title).toBe('Send SIGHUP to shop/api?');
	user.wait(300);
	user.press('y');
	expect(user.requests).toMatchObject([{action: {verb: 'kill', signal: 'SIGHUP'}}]);
});

test('marked rows come before the selection, for every key', () => {
	for (const [key, title] of [
		['r', 'Restart 2 containers that are marked?'],
		['s', 'Stop 2 containers that are marked?'],
		['p', 'Pause 2 containers that are marked?'],
	] as const) {
		const user = new User({containers: [api, ofProject('shop', 'db'), ofProject('shop', 'web')]});
		user.dispatch({type: 'list/marked', keys: [keyOf('shop-db-1'), keyOf('shop-web-1')]});
		user.press(key);
		expect(user.question?.title).toBe(title);
	}
});

describe('by the policy of the user', () => {
	const withPolicy = (policy: Partial<ActionPolicy>): User =>
		new User({containers: [api], policy: {...usualPolicy, ...policy}});

	test('nothing is asked, or the name is wanted', () => {
		const user = withPolicy({confirm: {restart: 'never', stop: 'name'}});
		user.press('r');
		expect(user.asked).toEqual(['restart 1']);
		user.press('s');
		expect(user.state.frame.overlays).toMatchObject([
			{kind: 'confirm-name', expected: 'shop-api-1'},
		]);
	});

	test('on a protected engine every action wants the name, and it says so', () => {
		const user = withPolicy({protected: [anEndpoint.url]});
		user.press('r');
		expect(user.state.frame.overlays).toMatchObject([{kind: 'confirm-name'}]);
		const overlay = user.state.frame.overlays.at(-1);
		const lines = overlay?.kind === 'confirm-name' ? overlay.confirm.lines : [];
		expect(lines).toContain(`${anEndpoint.url} is protected.`);
	});
});

test('without a configuration nothing is protected', () => {
	expect(initialState(anEndpoint, startMillis).policy).toBe(usualPolicy);
});
