import {describe, expect, test} from 'vitest';
import {commandTable} from '../../../source/commands/command-table.ts';
import {isPlace} from '../../../source/commands/place-scopes.ts';
import {resolveKey} from '../../../source/commands/resolve-key.ts';
import {parsePattern} from '../../../source/model/logs/log-pattern.ts';
import type {Action} from '../../../source/store/action.ts';
import {aContainer, aLine, sourceOf, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const containers = [aContainer('api'), aContainer('db')];

const begin = (): User => {
	const user = new User({containers});
	const lines = Array.from({length: 50}, (_, index) => ({
		source: sourceOf('api'),
		line: aLine(`line ${index}`, startMillis),
	}));
	user.logs.append(lines);
	user.dispatch({type: 'logs/appended', version: user.logs.version});
	return user;
};

/** What is open, in the order in which Escape takes it away. */
const open = (user: User): readonly string[] => {
	const {frame, list, logs, messages} = user.state;
	return [
		...frame.overlays.map(({kind}) => kind).toReversed(),
		...(messages.some(({level, isDismissed}) => level === 'error' && !isDismissed)
			? ['error']
			: []),
		...(logs.search === undefined ? [] : ['search']),
		...(logs.held === undefined ? [] : ['held']),
		...(frame.zoomed ? ['zoom'] : []),
		...(frame.focus === 'logs' ? ['log'] : []),
		...(list.marked.size > 0 ? ['marks'] : []),
		...(list.filter.text === '' ? [] : ['filter']),
	];
};

const error = {type: 'message/added', level: 'error', text: 'no', atMillis: startMillis} as const;
const search = {type: 'logs/searched', search: parsePattern('line')} as const;
const filter = {type: 'list/filtered', text: 'a'} as const;

type Do = (user: User) => void;
/** Presses keys, and lets things happen. */
const keys =
	(...steps: readonly (string | Action)[]): Do =>
	user => {
		for (const step of steps) {
			if (typeof step === 'string') user.press(step);
			else user.dispatch(step);
		}
	};

/** How one gets there, what is open then, and what is after Escape. */
const states: ReadonlyArray<readonly [name: string, go: Do, before: string, after: string]> = [
	['the list', keys(), '', ''],
	['a filter', keys(filter), 'filter', ''],
	['a mark', keys('space'), 'marks', ''],
	['a mark in a filter', keys(filter, 'space'), 'marks filter', 'filter'],
	['the log', keys('tab'), 'log', ''],
	['a tab of figures', keys('tab', ']'), 'log', ''],
	['a log that is held', keys('tab', 'up'), 'held log', 'log'],
	['the list beside it', keys('tab', 'up', 'tab', 'space'), 'held marks', 'held'],
	['a search in the log', keys('tab', search), 'search log', 'log'],
	['a search beside the list', keys(search, 'space'), 'search marks', 'search'],
	['a log in full', keys('l'), 'zoom log', ''],
	['a held log in full', keys('l', 'up'), 'held zoom log', 'zoom log'],
	['figures in full', keys('l', ']'), 'zoom log', ''],
	['the list in full', keys('Z'), 'zoom', ''],
	['the list in full beside a held log', keys('tab', 'up', 'tab', 'Z'), 'held zoom', 'held'],
	['the help', keys('?'), 'help', ''],
	['a key that is looked for', keys('?', '/', 'x'), 'keys help', 'help'],
	['the palette', keys(':', 'x', 'down'), 'palette', ''],
	['the palette over a log in full', keys('l', ':'), 'palette zoom log', 'zoom log'],
	['messages', keys('h'), 'messages', ''],
	['the order', keys('o'), 'sort', ''],
	['a question', keys('r'), 'confirm', ''],
	['the line of the filter', keys('/', 'a'), 'filter filter', ''],
	['the line of the search', keys('tab', '/', 'x'), 'search search log', 'log'],
	['an entry', keys('tab', 'up', 'enter'), 'entry held log', 'held log'],
	['an error', keys('l', error), 'error zoom log', 'zoom log'],
];

describe('Escape goes exactly one step back', () => {
	test.each(states)('from %s', (_name, go, before, after) => {
		const user = begin();
		go(user);
		expect(open(user).join(' ')).toBe(before);
		user.press('escape');
		expect(open(user).join(' ')).toBe(after);
		expect(user.asked).toEqual([]);
	});

	test.each(states)('again and again from %s to the list, and stays there', (_name, go) => {
		const user = begin();
		go(user);
		const {length} = open(user);
		for (let press = 0; press < length; press++) user.press('escape');
		user.press('escape');
		expect(user.state.frame).toMatchObject({focus: 'list', zoomed: false, overlays: []});
		expect(user.asked).toEqual([]);
	});
});

test.each(states)('q in %s quits only where nothing is open', (_name, go) => {
	const user = begin();
	go(user);
	const {frame} = user.state;
	const isTop = frame.overlays.length === 0 && !frame.zoomed;
	user.press('q');
	expect(user.asked).toEqual(isTop ? ['quit'] : []);
});

test('there is a way out of everything that takes the keys', () => {
	const overlays = new Set(commandTable.map(({scope}) => scope).filter(scope => !isPlace(scope)));
	expect(overlays.size).toBeGreaterThan(10);
	for (const scope of overlays) {
		expect(resolveKey(commandTable, [scope], 'escape'), scope).toBeDefined();
	}
});
