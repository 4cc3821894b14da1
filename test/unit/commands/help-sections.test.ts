import {describe, expect, test} from 'vitest';
import {commandTable} from '../../../source/commands/command-table.ts';
import {findKeys, helpSections} from '../../../source/commands/help-sections.ts';
import {paneCommands} from '../../../source/commands/keymap-docs.ts';
import {aContainer} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const sections = (user: User) => helpSections(user.state, commandTable);
const titles = (user: User): readonly string[] => sections(user).map(({title}) => title);
const begin = (): User => new User({containers: [aContainer('api')]});

describe('the keys', () => {
	test('of the pane behind the help come first, then those that work everywhere', () => {
		const user = begin();
		user.press('?');
		expect(titles(user)[0]).toBe('Here: list');
		expect(titles(user)[1]).toMatch(/^Everywhere: /);
		expect(titles(user)).toContain('Elsewhere: log');
		user.press('escape', 'tab', '?', '/');
		expect(titles(user)[0]).toBe('Here: log');
		expect(titles(user)).toContain('Elsewhere: list');
	});

	test('that move are told where they work, though another pane lists them', () => {
		const user = begin();
		user.press('tab');
		const here = sections(user)[0]?.commands.flatMap(({keys}) => keys);
		expect(here).toEqual(expect.arrayContaining(['up', 'down', 'pageup', 'G']));
	});

	test('are all there, each once but for those that are listed elsewhere', () => {
		const all = sections(begin()).flatMap(({commands}) => commands.map(({id}) => id));
		expect(new Set(all).size).toBe(all.length);
		for (const {id} of paneCommands(commandTable)) expect(all).toContain(id);
	});

	test('are those that the user has bound', () => {
		const bound = commandTable.map(command =>
			command.id === 'container.restart' ? {...command, keys: ['ctrl+r']} : command,
		);
		const found = findKeys(helpSections(begin().state, bound), 'ctrl+r');
		expect(found.flatMap(({commands}) => commands.map(({id}) => id))).toEqual([
			'container.restart',
		]);
	});
});

test('without an engine its keys come first', () => {
	const user = begin();
	const failure = {kind: 'unreachable', message: 'nobody there'} as const;
	user.dispatch({type: 'connection/lost', failure, atMillis: 0, retryAtMillis: 0});
	expect(titles(user).slice(0, 2)).toEqual(['Here: engine lost', 'Here: list']);
});

describe('a key is found by', () => {
	test.each([
		['RESTART', 'container.restart'],
		['full screen log', 'container.logs'],
		['exec', 'container.shell'],
		['container.sh', 'container.shell'],
		['pgup', 'selection.page-up'],
	])('%s', (typed, id) => {
		const found = findKeys(sections(begin()), typed).flatMap(({commands}) => commands);
		expect(found.map(command => command.id)).toContain(id);
		expect(found.length).toBeLessThan(8);
	});

	test('nothing else', () => {
		expect(findKeys(sections(begin()), 'restart qqq')).toEqual([]);
	});
});
