import {expect, test} from 'vitest';
import type {LogLine} from '../../../source/model/log-line.ts';
import {parsePattern} from '../../../source/model/logs/log-pattern.ts';
import {aContainer, aLine, keyOf, sourceOf, targetOf} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

/** Somebody who reads the log of `api`. */
const reading = (...lines: readonly LogLine[]): User => {
	const user = new User({containers: [aContainer('api')]});
	user.dispatch({type: 'selection/moved', row: keyOf('api'), index: 0});
	user.logs.append(lines.map(line => ({source: sourceOf('api'), line})));
	user.dispatch({type: 'logs/opened', target: targetOf('api'), version: user.logs.version});
	user.dispatch({
		type: 'logs/changed',
		status: {kind: 'following'},
		sources: new Map([[sourceOf('api'), {name: 'api', status: {kind: 'following'}}]]),
	});
	user.press('tab');
	return user;
};

const three = [aLine('one', 0), aLine('two \u001b[31mred\u001b[0m', 1), aLine('three', 2)];

test('y y copies the entry under the cursor, clean', () => {
	const user = reading(...three);
	user.press('y', 'y');
	expect(user.asked).toEqual(['copy 1 line: three']);
	user.dispatch({type: 'logs/held', held: {seq: 2, row: 0}});
	user.press('y', 'y');
	expect(user.asked.at(-1)).toBe('copy 1 line: two red');
});

test('the menu is walked through with the arrows, too', () => {
	const user = reading(...three);
	user.press('y', 'up', 'enter');
	expect(user.asked).toEqual(['copy 3 lines: one\ntwo red\nthree']);
	expect(user.state.frame.overlays).toEqual([]);
});

test('from the nearest mark to the cursor', () => {
	const user = reading(...three);
	user.dispatch({type: 'logs/marked', seq: 2});
	user.press('y', 'm');
	expect(user.asked).toEqual(['copy 2 lines: two red\nthree']);
});

test('a mark that is hidden or no longer kept counts for nothing', () => {
	const user = reading(...three);
	user.dispatch({type: 'logs/marked', seq: 2});
	user.dispatch({type: 'logs/marked', seq: -5});
	user.dispatch({type: 'logs/held', held: {seq: 1, row: 0}});
	user.press('y', 'm');
	expect(user.asked).toEqual(['copy 2 lines: one\ntwo red']);
	user.dispatch({type: 'logs/queried', query: {exclude: [parsePattern('two')]}});
	user.press('y', 'm');
	expect(user.asked.at(-1)).toBe('copy 1 line: one');
});

test('nothing is taken where the menu is left', () => {
	const user = reading(...three);
	user.press('y', 'escape', 'ctrl+s', 'q');
	expect(user.asked).toEqual([]);
	expect(user.state.frame.overlays).toEqual([]);
});

test('a letter of the other menu does nothing', () => {
	const user = reading(...three);
	user.press('y', 't');
	expect(user.asked).toEqual([]);
	expect(user.state.frame.overlays).toHaveLength(1);
});

test('saves as text, and as JSON with what was hidden in the text', () => {
	const user = reading(...three);
	user.press('ctrl+s', 't');
	expect(user.asked).toEqual(['save api.log: one|two red|three']);
	user.press('ctrl+s', 'j');
	const [, json = ''] = user.asked.at(-1)?.split('api.ndjson: ') ?? [];
	expect(json.split('|').map(line => JSON.parse(line).text)).toEqual([
		...['one', 'two \u001b[31mred\u001b[0m', 'three'],
	]);
	expect(JSON.parse(json.split('|')[0] ?? '')).toMatchObject({source: 'api', stream: 'stdout'});
});

test('all of it, whatever the filters hide', () => {
	const user = reading(...three);
	user.dispatch({type: 'logs/queried', query: {keep: [parsePattern('one')]}});
	user.press('ctrl+s', 'T');
	expect(user.asked).toEqual(['save api.log: one|two red|three']);
	user.press('ctrl+s', 'J');
	expect(user.asked.at(-1)?.split('|')).toHaveLength(3);
});

test('what is on the screen, and no more', () => {
	const user = reading(...Array.from({length: 30}, (_, index) => aLine(`line ${index}`, index)));
	user.press('y', 'v');
	expect(user.asked[0]).toMatch(/^copy 10 lines: line 20\n.*line 29$/s);
	user.press('g', 'y', 'v');
	// The first row says what was before.
	expect(user.asked.at(-1)).toMatch(/^copy 9 lines: line 0\n.*line 8$/s);
});

test('in a merged log each line says when it was written, and by which', () => {
	const user = reading(...three);
	const note = {kind: 'gap', reason: 'following 2 of 3'} as const;
	user.logs.append([
		{source: sourceOf('db'), line: aLine('four', 3)},
		{source: undefined, line: note},
	]);
	const status = {kind: 'following'} as const;
	user.dispatch({
		...{type: 'logs/changed', status},
		sources: new Map(['api', 'db'].map(name => [sourceOf(name), {name, status}])),
	});
	const lines = [
		'1970-01-01T00:00:00.000000000Z api one',
		'1970-01-01T00:00:00.001000000Z api two red',
		'1970-01-01T00:00:00.002000000Z api three',
		'1970-01-01T00:00:00.003000000Z db four',
		'- - ── following 2 of 3 ──',
	];
	user.press('ctrl+s', 't', 'y', 'a');
	expect(user.asked.map(each => each.replace(/^.*?: /, ''))).toEqual([
		lines.join('|'),
		lines.join('\n'),
	]);
});

test('nothing is taken where nothing is shown, or not all of it is known', () => {
	const user = reading(...three);
	user.dispatch({type: 'logs/queried', query: {keep: [parsePattern('nowhere')]}});
	user.press('y', 'a', 'ctrl+s', 't');
	expect(user.messages).toEqual(['info: copy: nothing is shown', 'info: save: nothing is shown']);
	const long = reading(...Array.from({length: 8000}, (_, index) => aLine('said', index)));
	long.dispatch({type: 'logs/queried', query: {keep: [parsePattern('said')]}});
	long.press('ctrl+s', 'j');
	expect(long.messages).toEqual(['info: save: still looking through the log']);
	while (!long.sheet.isComplete) long.sheet.work(5000);
	expect([...user.asked, ...long.asked]).toEqual([]);
	long.press('ctrl+s', 'j');
	expect(long.asked).toHaveLength(1);
});

test('behind another tab nothing is taken', () => {
	const user = reading(...three);
	user.press(']', 'y', 'ctrl+s');
	expect(user.asked).toEqual([]);
	expect(user.state.frame.overlays).toEqual([]);
});

test('without a log there is nothing to take', () => {
	const user = new User({containers: [aContainer('api')]});
	user.press('tab', 'y', 'ctrl+s');
	expect(user.state.frame.overlays).toEqual([]);
});
