import {expect, test} from 'vitest';
import type {LogsOlder} from '../../../source/store/logs/logs-state.ts';
import {aContainer, aLine, sourceOf, startMillis, targetOf} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

/** A line a second from 09:59:00 to 09:59:59, at ten. */
const reading = (): User => {
	const user = new User({containers: [aContainer('c0')], pageRows: 5});
	user.logs.append(
		Array.from({length: 60}, (_, index) => ({
			source: sourceOf('c0'),
			line: aLine(`line ${index}`, startMillis - 60_000 + index * 1000),
		})),
	);
	user.press('tab', 'ctrl+g');
	return user;
};

test.each([
	['09:59:30', 31],
	['-10s', 51],
	['09:59:30.5', 32],
	['2026-11-23 09:59:20', 21],
])('%s', (text, seq) => {
	const user = reading();
	user.type(text);
	user.press('enter');
	expect(user.state.logs.held?.seq).toBe(seq);
	expect(user.messages).toEqual([]);
});

test('before what is kept: its beginning, and older lines are asked for', () => {
	const user = reading();
	user.type('09:42');
	user.press('enter');
	expect(user.state.logs.held?.seq).toBe(1);
	expect(user.asked).toEqual(['older']);
	expect(user.messages).toEqual([
		'info: the lines that are kept begin at 09:59:00; asking for older lines',
	]);
});

test('before the beginning: there is nothing to ask for', () => {
	const user = reading();
	user.dispatch({type: 'logs/older-changed', older: 'none'});
	user.type('-1d');
	user.press('enter');
	expect(user.asked).toEqual([]);
	expect(user.messages).toEqual([
		'info: the lines that are kept begin at 09:59:00; there is nothing before',
	]);
});

test.each<[LogsOlder, string]>([
	['full', 'no room for older lines'],
	['unreadable', 'older lines cannot be read'],
	['window', 'older lines than 09:59:00 were not asked for (S)'],
	['loading', 'asking for older lines'],
])('before what is kept, where older lines are %s', (older, why) => {
	const user = reading();
	const target = targetOf('c0');
	const sinceMillis = startMillis - 60_000;
	user.dispatch({type: 'logs/opened', target, version: user.logs.version, sinceMillis});
	user.dispatch({type: 'logs/older-changed', older});
	user.type('-1d');
	user.press('enter');
	expect(user.asked).toEqual([]);
	expect(user.messages).toEqual([`info: the lines that are kept begin at 09:59:00; ${why}`]);
});

test('before what is kept, where nobody can be asked', () => {
	const user = reading();
	user.dispatch({
		...{type: 'connection/lost', failure: {kind: 'unreachable', message: 'nobody there'}},
		...{atMillis: startMillis, retryAtMillis: startMillis + 250},
	});
	user.type('-1d');
	user.press('enter');
	expect(user.messages).toEqual([
		'info: the lines that are kept begin at 09:59:00; the engine does not answer',
	]);
});

test('behind the last line it follows', () => {
	const user = reading();
	user.type('2026-11-23 10:30');
	user.press('enter');
	expect(user.state.logs.held).toBeUndefined();
	expect(user.messages).toEqual(['info: nothing was written at 10:30:00 or later']);
});

test('what cannot be read stays to be corrected', () => {
	const user = reading();
	user.type('noon');
	user.press('enter');
	expect(user.state.frame.overlays).toEqual([{kind: 'moment', text: 'noon'}]);
	user.press('ctrl+u', '-', '1', 'm', 'enter');
	expect(user.state.frame.overlays).toEqual([]);
});

test('Esc leaves it as it was', () => {
	const user = reading();
	user.type('09:59');
	user.press('escape');
	expect(user.state.frame.overlays).toEqual([]);
	expect(user.state.logs.held).toBeUndefined();
});
