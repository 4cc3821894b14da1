import {describe, expect, test} from 'vitest';
import type {Command} from '../../../source/commands/command.ts';
import {commandTable} from '../../../source/commands/command-table.ts';
import {createKeymap} from '../../../source/commands/keymap.ts';
import {applyKeys, type KeyBindings} from '../../../source/commands/rebind.ts';
import {keyConflicts} from '../../../source/commands/resolve-key.ts';
import {aContainer} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const rebound = (bindings: KeyBindings) => {
	const {commands, problems} = applyKeys(commandTable, bindings);
	const keysOf = (id: string) => commands.find(command => command.id === id)?.keys;
	return {commands, problems: problems.map(({text}) => text), keysOf};
};

test('without bindings nothing changes', () => {
	const {commands, problems} = applyKeys(commandTable, {});
	expect(commands).toEqual(commandTable);
	expect(problems).toEqual([]);
});

test('a command is reached by its new keys, and no more by the old one', () => {
	const {commands, problems} = rebound({'help.open': ['ctrl+b', 'F']});
	expect(problems).toEqual([
		'in the log F is log.filters, elsewhere help.open',
		'in the list F is files.open, elsewhere help.open',
	]);
	const user = new User({containers: [aContainer('web')], keymap: createKeymap(commands)});
	user.press('?');
	expect(user.state.frame.overlays).toEqual([]);
	user.press('ctrl+b');
	expect(user.state.frame.overlays.at(-1)?.kind).toBe('help');
});

test('none takes a key away', () => {
	const {keysOf, problems} = rebound({'container.restart': []});
	expect(keysOf('container.restart')).toEqual([]);
	expect(problems).toEqual([]);
});

describe('a key that another command has', () => {
	test('goes to the one that asks for it, and both are named', () => {
		const {keysOf, problems} = rebound({'list.sort': ['a']});
		expect(keysOf('list.sort')).toEqual(['a']);
		expect(keysOf('list.stopped')).toEqual([]);
		expect(problems).toEqual(['a is taken by list.sort from list.stopped, which has no key left']);
	});

	test('leaves it the others it has', () => {
		const {keysOf, problems} = rebound({'list.sort': ['j']});
		expect(keysOf('selection.down')).toEqual(['down']);
		expect(problems).toEqual(['j is taken by list.sort from selection.down, which still has down']);
	});

	test('is no matter where that one was given another key', () => {
		const {keysOf, problems} = rebound({'list.sort': ['a'], 'list.stopped': ['o']});
		expect([keysOf('list.sort'), keysOf('list.stopped')]).toEqual([['a'], ['o']]);
		expect(problems).toEqual([]);
	});

	test('is kept by the first of two that were given it', () => {
		const {keysOf, problems} = rebound({'list.sort': ['W'], 'list.stopped': ['W', 'alt+w']});
		expect([keysOf('list.sort'), keysOf('list.stopped')]).toEqual([['W'], ['alt+w']]);
		expect(problems).toEqual(['W is given to list.sort and to list.stopped; list.sort has it']);
	});

	test('in a pane hides what works everywhere, which is told', () => {
		const {problems} = rebound({'container.shell': ['o']});
		expect(problems).toEqual([
			'in the list o is list.sort, elsewhere container.shell',
			'in the tab processes o is processes.flatten, elsewhere container.shell',
			'in the projects o is project.run, elsewhere container.shell',
			'in the files o is files.sort, elsewhere container.shell',
		]);
	});
});

test('that a pane hides what it hid before is no news', () => {
	const logs = commandTable.find(({id}) => id === 'stats.logs');
	expect(logs?.keys).toContain('l');
	expect(rebound({'container.logs': ['l', 'ctrl+o']}).problems).not.toContainEqual(
		expect.stringContaining('stats.logs'),
	);
});

test('an unknown command is told with the one that was meant', () => {
	expect(rebound({'container.restrat': ['x']}).problems).toEqual([
		'there is no command container.restrat; did you mean container.restart?',
	]);
});

test.each([
	['help.open', 'ctrl+c', 'ctrl+c always ends dockmon'],
	['confirm.yes', 'enter', 'never answers a question with yes'],
	['bulk.yes', 'enter', 'never answers a question with yes'],
	['bulk.retry', 'space', 'never answers a question with yes'],
	['filter.keep', 'k', 'for the text that is typed there'],
	['filter.keep', 'backspace', 'for the text that is typed there'],
	['help.open', 'F1', 'function keys'],
])('%s cannot have %s', (id, key, reason) => {
	const {commands, problems} = rebound({[id]: [key]});
	expect(problems).toEqual([expect.stringContaining(reason)]);
	expect(commands).toEqual(commandTable);
});

test.each([[[]], [['q']]])('ctrl+c ends dockmon whatever is bound: %j', keys => {
	const {keysOf} = rebound({'program.interrupt': keys});
	expect(keysOf('program.interrupt')).toContain('ctrl+c');
});

test('whatever is asked for, no key means two things in one place', () => {
	const everything = Object.fromEntries(commandTable.map(({id}) => [id, ['x', 'alt+x']]));
	const swapped = Object.fromEntries(
		commandTable.map(({id}, index): [string, Command['keys']] => [
			id,
			commandTable.at(index - 1)?.keys ?? [],
		]),
	);
	for (const bindings of [everything, swapped]) {
		expect(keyConflicts(rebound(bindings).commands)).toEqual([]);
	}
});
