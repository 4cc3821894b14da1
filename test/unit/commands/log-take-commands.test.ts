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

test('without a log there is nothing to take', () => {
	const user = new User({containers: [aContainer('api')]});
	user.press('tab', 'y', 'ctrl+s');
	expect(user.state.frame.overlays).toEqual([]);
});
