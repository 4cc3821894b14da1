import {describe, expect, test} from 'vitest';
import {parsePattern} from '../../../source/model/logs/log-pattern.ts';
import {aContainer, aLine, sourceOf, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const texts = [
	'connect ok',
	'timeout of mx1',
	'GET /health 200',
	'Timeout of mx2',
	'GET /cart 500',
	'pool exhausted',
];

/** In the log of `api`, which has said these. */
const reading = (...lines: readonly string[]): User => {
	const user = new User({containers: [aContainer('api'), aContainer('db')], pageRows: 4});
	user.press('enter');
	const source = sourceOf('api');
	user.dispatch({
		...{type: 'logs/changed', status: {kind: 'following'}},
		sources: new Map(
			['api', 'db'].map(name => [sourceOf(name), {name, status: {kind: 'following'}}]),
		),
	});
	user.logs.append(lines.map(text => ({source, line: aLine(text, startMillis)})));
	return user;
};

const open = (): User => reading(...texts);
const find = (user: User, text: string): User => {
	user.press('/');
	user.type(text);
	return user;
};

/** Number of the line under the cursor, from 1; undefined while following. */
const line = (user: User): number | undefined => user.state.logs.held?.seq;

describe('a search', () => {
	test('goes with each letter to the hit nearest above the end', () => {
		const user = find(open(), 'time');
		expect(line(user)).toBe(4);
		user.type('out of mx1');
		expect(line(user)).toBe(2);
	});

	test('capitals are wanted where there are some', () => {
		expect(line(find(open(), 'Timeout'))).toBe(4);
		expect(line(find(open(), 'POOL'))).toBeUndefined();
	});

	test('may be a regular expression', () => {
		expect(line(find(open(), '/mx\\d$/'))).toBe(4);
	});

	test('that finds nothing leaves the view where it was', () => {
		const user = open();
		user.press('up', 'up');
		const before = user.state.logs.held;
		find(user, 'nowhere');
		expect(user.state.logs.held).toEqual(before);
	});

	test('looks below where there is nothing above', () => {
		const user = open();
		user.press('g', 'g');
		expect(line(find(user, 'pool'))).toBe(6);
	});

	test('Enter keeps it, Esc goes back to before', () => {
		const user = find(open(), 'mx1');
		user.press('enter');
		expect(user.state.logs.search?.text).toBe('mx1');
		find(user, 'pool');
		expect(line(user)).toBe(6);
		user.press('escape');
		expect(user.state.logs.search?.text).toBe('mx1');
		expect(line(user)).toBe(2);
	});

	test('an empty line keeps what was looked for', () => {
		const user = find(open(), 'mx1');
		user.press('enter', '/', 'enter');
		expect(user.state.logs.search?.text).toBe('mx1');
	});

	test('an expression that cannot be read stays open', () => {
		const user = find(open(), '/((/');
		user.press('enter');
		expect(user.state.frame.overlays).toHaveLength(1);
		expect(user.state.logs.search?.problem).toMatch(/Invalid regular expression/);
	});

	test('n goes on towards the end, N back, and round with a note', () => {
		const user = find(open(), 'timeout');
		user.dispatch({type: 'logs/older-changed', older: 'none'});
		user.press('enter', 'N');
		expect([line(user), user.state.logs.note]).toEqual([2, undefined]);
		user.press('n');
		expect([line(user), user.state.logs.note]).toEqual([4, undefined]);
		user.press('n');
		expect([line(user), user.state.logs.note]).toEqual([2, 'search goes on from the top']);
		user.press('N');
		expect([line(user), user.state.logs.note]).toEqual([4, 'search goes on from the end']);
		user.press('up');
		expect(user.state.logs.note).toBeUndefined();
	});

	test('n where nothing is found, and before there is a search', () => {
		const user = open();
		user.press('n');
		expect(user.messages).toEqual(['info: next: nothing is looked for yet']);
		find(user, 'nowhere').press('enter', 'n');
		expect(user.state.logs.note).toBe('not found in the 6 entries loaded');
		user.dispatch({type: 'logs/queried', query: {exclude: [parsePattern('GET')]}});
		user.press('n');
		expect(user.state.logs.note).toBe('not found in the 4 entries shown');
		user.dispatch({type: 'logs/older-changed', older: 'none'});
		user.press('n');
		expect(user.state.logs.note).toBe('not found');
	});

	test('N above the first hit asks for older lines and stays for them', () => {
		const user = find(open(), 'timeout');
		user.press('enter', 'N', 'N');
		expect([line(user), user.state.logs.note]).toEqual([2, 'asking for older lines']);
		expect(user.asked).toEqual(['older']);
		user.dispatch({type: 'logs/older-changed', older: 'loading'});
		user.press('N');
		expect([line(user), user.state.logs.note]).toEqual([2, 'asking for older lines']);
		user.dispatch({type: 'logs/older-changed', older: 'full'});
		user.press('N');
		expect([line(user), user.state.logs.note]).toEqual([4, 'search goes on from the end']);
		expect(user.asked).toEqual(['older']);
	});

	test('N goes round where nobody can be asked', () => {
		const user = find(open(), 'timeout');
		user.dispatch({
			...{type: 'connection/lost', failure: {kind: 'unreachable', message: 'nobody there'}},
			...{atMillis: startMillis, retryAtMillis: startMillis + 250},
		});
		user.press('enter', 'N', 'N');
		expect([line(user), user.state.logs.note]).toEqual([4, 'search goes on from the end']);
		expect(user.asked).toEqual([]);
	});

	test('up and down bring back what was typed before', () => {
		const user = open();
		for (const text of ['mx1', 'pool', 'mx1']) find(user, text).press('enter');
		user.press('/', 'up', 'up');
		expect(user.state.logs.search?.text).toBe('pool');
		expect(line(user)).toBe(6);
		user.press('up', 'down');
		expect(user.state.logs.search?.text).toBe('mx1');
		user.press('down', 'escape');
		expect(user.state.logs.search?.text).toBe('mx1');
	});

	test('is one step back, before the held line', () => {
		const user = find(open(), 'mx1');
		user.press('enter', 'escape');
		expect([user.state.logs.search, line(user)]).toEqual([undefined, 2]);
	});
});

/** The lines that are shown. */
const shown = (user: User): readonly number[] => user.shownLines;

describe('filters', () => {
	test('& keeps and ! hides, several at once, with every letter', () => {
		const user = open();
		user.press('&');
		user.type('/mx|GET/');
		expect(shown(user)).toEqual([2, 3, 4, 5]);
		user.press('enter', '!');
		user.type('health');
		user.press('enter', '!');
		user.type('mx1');
		expect(shown(user)).toEqual([4, 5]);
		user.press('enter');
		expect(user.state.logs.query.keep).toHaveLength(1);
		expect(user.state.logs.query.exclude).toHaveLength(2);
	});

	test('Esc goes back to those of before, Backspace in an empty line takes one away', () => {
		const user = open();
		user.press('!');
		user.type('GET');
		user.press('enter', '!');
		user.type('mx');
		user.press('escape');
		expect(shown(user)).toEqual([1, 2, 4, 6]);
		user.press('!', 'backspace');
		expect(shown(user)).toHaveLength(6);
		user.press('escape');
		expect(shown(user)).toEqual([1, 2, 4, 6]);
		user.press('!', 'backspace', 'backspace', 'enter');
		expect(shown(user)).toHaveLength(6);
	});

	test('what was searched can be kept with two keys', () => {
		const user = find(open(), 'mx');
		user.press('enter', '&', 'up', 'enter');
		expect(shown(user)).toEqual([2, 4]);
	});

	test('by stream', () => {
		const user = open();
		user.press('2');
		expect(shown(user)).toEqual([]);
		user.press('1');
		expect(shown(user)).toHaveLength(6);
		user.press('0');
		expect(user.state.logs.query.stream).toBeUndefined();
	});

	test('L goes through the levels', () => {
		const user = open();
		const seen = ['L', 'L', 'L', 'L', 'L'].map(key => {
			user.press(key);
			return user.state.logs.query.leastLevel;
		});
		expect(seen).toEqual(['warn', 'error', 'info', 'debug', undefined]);
	});

	test('Esc takes all away where they hide everything, and only there', () => {
		const user = open();
		user.press('!');
		user.type('GET');
		user.press('enter', 'L', 'escape');
		expect(shown(user)).toHaveLength(6);
		expect(user.state.frame.zoomed).toBe(true);
		user.press('!');
		user.type('GET');
		user.press('enter', 'escape');
		expect(user.state.frame.zoomed).toBe(false);
		expect(user.state.logs.query.exclude).toHaveLength(1);
	});

	test('F takes them away one by one, or all', () => {
		const user = open();
		user.press('F');
		expect(user.messages).toEqual(['info: filters: nothing is filtered']);
		user.press('1', 'L', 'F', 'down', 'enter');
		expect(user.state.logs.query).toMatchObject({leastLevel: 'warn'});
		expect(user.state.logs.query.stream).toBeUndefined();
		user.press('x');
		expect(user.state.frame.overlays).toEqual([]);
		user.press('1', 'L', 'S', 'down', 'enter', 'F', 'X');
		expect(user.state.logs.backMillis).toBeUndefined();
		expect(shown(user)).toHaveLength(6);
	});
});

describe('sources', () => {
	const muted = (user: User): readonly string[] =>
		[...user.state.logs.query.muted].map(source => user.state.logs.sources.get(source)?.name ?? '');

	test('Space mutes one, or not', () => {
		const user = open();
		user.press('|', 'down', 'space');
		expect(muted(user)).toEqual(['db']);
		user.press('space', 'enter');
		expect(muted(user)).toEqual([]);
		expect(user.state.frame.overlays).toEqual([]);
	});

	test('s leaves only one, and again all', () => {
		const user = open();
		user.press('|', 's');
		expect(muted(user)).toEqual(['db']);
		user.press('down', 's');
		expect(muted(user)).toEqual(['api']);
		user.press('s');
		expect(muted(user)).toEqual([]);
	});
});

test('S chooses how far back the log reaches', () => {
	const user = open();
	user.press('S', 'down', 'down', 'down', 'enter');
	expect(user.state.logs.backMillis).toBe(15 * 60_000);
	user.press('S', 'G', 'up', 'up', 'up', 'enter');
	expect(user.state.logs.backMillis).toBeUndefined();
});

describe('H', () => {
	test('colours what is searched for good, and again no more', () => {
		const user = find(open(), 'mx1');
		user.press('enter', 'H');
		expect(user.state.logs.highlights.map(({colour}) => colour)).toEqual(['red']);
		expect(user.asked).toEqual(['keep /mx1/ red']);
		user.press('H');
		expect(user.state.logs.highlights).toEqual([]);
		expect(user.asked.at(-1)).toBe('drop /mx1/ red');
	});

	test('needs something to look for', () => {
		const user = open();
		user.press('H');
		expect(user.asked).toEqual([]);
	});
});

test('behind another tab nothing is filtered', () => {
	const user = open();
	user.press(']', '2', 'L', '&');
	expect(user.state.logs.query).toEqual({keep: [], exclude: [], muted: new Set()});
	expect(user.state.frame.overlays).toEqual([]);
});
