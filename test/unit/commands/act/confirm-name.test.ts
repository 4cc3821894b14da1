import {beforeEach, expect, test} from 'vitest';
import {ofProject} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

let user: User;

beforeEach(() => {
	user = new User({containers: [ofProject('shop', 'api'), ofProject('shop', 'db')]});
	user.press('x', 'd');
});

const typed = () => {
	const overlay = user.state.frame.overlays.at(-1);
	return overlay?.kind === 'confirm-name' ? overlay.text : undefined;
};

test('removing what runs is done when its name was typed', () => {
	user.wait(1000);
	user.type('shop-api-1');
	user.wait(300);
	user.press('enter');
	expect(user.requests).toMatchObject([
		{action: {verb: 'remove', force: true, volumes: false}, targets: [{name: 'shop/api'}]},
	]);
	expect(user.state.frame.overlays).toEqual([]);
});

test.each(['', 'y', 'shop-api', 'shop-api-11', 'SHOP-API-1', 'shop-db-1'])(
	'%j does nothing',
	text => {
		user.type(text);
		user.wait(1000);
		user.press('enter');
		expect([user.requests, typed()]).toEqual([[], text]);
	},
);

test('a paste is the name, but its line end is no Enter', () => {
	user.paste('shop-api-1\n');
	expect([user.requests, typed()]).toEqual([[], 'shop-api-1 ']);
	user.wait(300);
	user.press('enter');
	expect(user.requests).toHaveLength(1);
});

test('what types faster than people does not answer', () => {
	user.wait(1000);
	user.type('shop-api-1');
	user.press('enter');
	user.wait(299);
	user.press('enter');
	expect(user.requests).toEqual([]);
	user.wait(1);
	user.press('enter');
	expect(user.requests).toHaveLength(1);
});

test('letters that are commands elsewhere are text', () => {
	user.type('qynxrs/?:');
	expect([typed(), user.asked]).toEqual(['qynxrs/?:', []]);
	user.press('ctrl+u');
	expect(typed()).toBe('');
});

test('Escape leaves it, and the command can be copied', () => {
	user.press('ctrl+y', 'escape');
	expect(user.asked).toEqual(['copy the command: docker rm --force shop-api-1']);
	expect(user.state.frame.overlays).toEqual([]);
});

test('many are listed first, then removed by what is done and how many', () => {
	user.press('escape', 'g', 'x', 'd');
	expect(user.state.frame.overlays).toMatchObject([{kind: 'bulk'}]);
	user.wait(300);
	user.press('y');
	expect(user.state.frame.overlays.at(-1)).toMatchObject({
		kind: 'confirm-name',
		expected: 'remove 2',
	});
	user.type('remove 2');
	expect(user.asked).toEqual([]);
	user.wait(300);
	user.press('enter');
	expect(user.asked).toEqual(['bulk remove 2']);
});

test('a clock that was put back makes no question deaf', () => {
	user.wait(1000);
	user.type('shop-api-1');
	user.wait(-3_600_000);
	user.press('enter');
	expect(user.requests).toHaveLength(1);
});
