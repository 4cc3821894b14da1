import {expect, test} from 'vitest';
import {aContainer} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const begin = (): User => new User({containers: [aContainer('api'), aContainer('db')]});

test('braces move the border below the list, angle brackets the one beside it, = resets', () => {
	const user = begin();
	user.press('}', '}', '<');
	const {listHeight, listWidth} = user.state.frame.sizes;
	expect(listHeight).toBeGreaterThan(0.55);
	expect(listWidth).toBeLessThan(0.55);
	user.press('{', '{', '{', '>', '>');
	expect(user.state.frame.sizes.listHeight).toBeLessThan(listHeight ?? 0);
	expect(user.state.frame.sizes.listWidth).toBeGreaterThan(listWidth ?? 1);
	user.press('=');
	expect(user.state.frame.sizes).toEqual({});
	expect(user.messages).toEqual([]);
});

test('Z gives the pane that has the keys the whole screen, and gives it back', () => {
	const user = begin();
	user.press('Z');
	expect(user.state.frame).toMatchObject({focus: 'list', zoomed: true});
	user.press('Z', 'tab', 'Z');
	expect(user.state.frame).toMatchObject({focus: 'logs', zoomed: true});
	user.press('Z');
	expect(user.state.frame).toMatchObject({focus: 'logs', zoomed: false});
});

test('what fills the screen has no border to move', () => {
	const user = begin();
	user.press('Z', '>');
	expect(user.messages[0]).toContain('one pane fills the screen');
	expect(user.state.frame.sizes).toEqual({});
});
