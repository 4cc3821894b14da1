import {describe, expect, test} from 'vitest';
import {tabs} from '../../../source/store/tabs.ts';
import {aContainer, aLine, sourceOf, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const begin = (): User => new User({containers: [aContainer('api'), aContainer('db')]});

const error = {
	type: 'message/added',
	level: 'error',
	text: 'stop api failed',
	atMillis: startMillis,
} as const;

test('Tab goes from pane to pane', () => {
	const user = begin();
	user.press('tab');
	expect(user.state.frame.focus).toBe('logs');
	user.press('shift+tab');
	expect(user.state.frame.focus).toBe('list');
});

test('brackets go round the tabs', () => {
	const user = begin();
	const seen = [']', ']', ']', '['].map(key => {
		user.press(key);
		return user.state.frame.tab;
	});
	expect(seen).toEqual([tabs[1], tabs[2], tabs[3 % tabs.length], tabs[2]]);
});

test('Enter gives a container the whole screen, and the log gives it back', () => {
	const user = begin();
	user.press('enter');
	expect(user.state.frame).toMatchObject({focus: 'logs', zoomed: true});
	user.press('enter');
	expect(user.state.frame).toMatchObject({focus: 'logs', zoomed: false});
});

describe('Escape goes one step back, the innermost first, and never ends the program', () => {
	const deep = (): User => {
		const user = begin();
		user.dispatch({type: 'list/filtered', text: 'a'});
		const lines = Array.from({length: 50}, () => ({source: sourceOf('api'), line: aLine('x', 0)}));
		user.logs.append(lines);
		user.press('enter', 'pageup');
		user.dispatch(error);
		user.press('?');
		return user;
	};

	const steps: readonly [string, (user: User) => boolean][] = [
		['the overlay', user => user.state.frame.overlays.length > 0],
		['the message', user => user.state.messages.some(message => !message.isDismissed)],
		['the held log', user => user.state.logs.held !== undefined],
		['the full screen', user => user.state.frame.zoomed],
		['the filter', user => user.state.list.filter.text !== ''],
	];

	test('each press undoes one thing', () => {
		const user = deep();
		for (let undone = 0; undone <= steps.length; undone++) {
			const left = steps.filter(([, isThere]) => isThere(user)).map(([name]) => name);
			expect(left).toEqual(steps.slice(undone).map(([name]) => name));
			user.press('escape');
		}
		expect(user.asked).toEqual([]);
	});

	test('leaves the log for the list', () => {
		const user = begin();
		user.press('tab', 'escape');
		expect(user.state.frame.focus).toBe('list');
	});

	test('keeps a message that is no error, for it goes by itself', () => {
		const user = begin();
		user.dispatch({...error, level: 'success'});
		user.press('tab', 'escape');
		expect(user.state.frame.focus).toBe('list');
		expect(user.state.messages[0]?.isDismissed).toBe(false);
	});
});

describe('q', () => {
	test('quits from the top view', () => {
		const user = begin();
		user.press('q');
		expect(user.asked).toEqual(['quit']);
	});

	test('leaves the full screen first', () => {
		const user = begin();
		user.press('l', 'q');
		expect(user.asked).toEqual([]);
		expect(user.state.frame).toMatchObject({focus: 'list', zoomed: false});
		user.press('q');
		expect(user.asked).toEqual(['quit']);
	});
});

test.each(['', '?', 'h', 'o', '/', 'r'])('Ctrl-C quits at once, also behind %j', key => {
	const user = begin();
	if (key !== '') user.press(key);
	user.press('ctrl+c');
	expect(user.asked).toEqual(['quit']);
});

test('repaint and suspend are asked for', () => {
	const user = begin();
	user.press('ctrl+l', 'ctrl+z');
	expect(user.asked).toEqual(['repaint', 'suspend']);
});

describe('while the engine is lost', () => {
	const failure = {kind: 'unreachable', message: 'nobody there'} as const;
	const times = {atMillis: startMillis, retryAtMillis: startMillis + 5000};

	test('it can be tried again', () => {
		const user = begin();
		user.press('R');
		expect(user.asked).toEqual([]);
		user.dispatch({type: 'connection/lost', failure, ...times});
		user.press('R');
		expect(user.asked).toEqual(['retry']);
	});

	test('the demo can be watched, but not in place of figures that are only old', () => {
		const lost = {type: 'connection/lost', failure, ...times} as const;
		const before = new User();
		before.dispatch(lost);
		before.press('D');
		expect(before.asked).toEqual(['demo']);
		const after = begin();
		after.dispatch(lost);
		after.press('D');
		expect(after.asked).toEqual([]);
		expect(after.messages).toEqual([
			'info: demo: the engine has answered before; dockmon --demo opens the demo',
		]);
	});

	test('everything else goes on', () => {
		const user = begin();
		user.dispatch({type: 'connection/lost', failure, ...times});
		user.press('down', '?', 'escape', 'q');
		expect(user.selected).toBe('db');
		expect(user.asked).toEqual(['quit']);
	});
});
