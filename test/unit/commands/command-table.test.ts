import {describe, expect, test} from 'vitest';
import {groups} from '../../../source/commands/command.ts';
import {commandTable} from '../../../source/commands/command-table.ts';
import {keyConflicts} from '../../../source/commands/resolve-key.ts';

const named = commandTable.map(command => [command.id, command] as const);

test('no key means two things in one place', () => {
	expect(keyConflicts(commandTable)).toEqual([]);
});

test('no pane takes a key away that works everywhere', () => {
	const everywhere = new Set(
		commandTable.filter(({scope}) => scope === 'global').flatMap(({keys}) => keys),
	);
	const panes = commandTable.filter(({scope}) => ['list', 'logs', 'unreachable'].includes(scope));
	const taken = panes.flatMap(({id, keys}) =>
		keys.filter(key => everywhere.has(key)).map(key => `${id}: ${key}`),
	);
	// In a log they are the two streams: another screen is an Esc away.
	expect(taken.filter(each => !/^log\.(stdout|stderr): [12]$/.test(each))).toEqual([]);
});

test('no two commands have one name', () => {
	const ids = commandTable.map(({id}) => id);
	expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

const inPaletteOnly: readonly string[] = [
	...['container.root-shell', 'container.attach', 'container.debug', 'debug.clean'],
	...['tmux.shell-pane', 'tmux.logs-pane', 'tmux.shell-window', 'tmux.logs-window'],
];

describe.each(named)('%s', (id, command) => {
	test('is named as the others are and can be reached', () => {
		expect(id).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
		// What is wanted seldom is found by its words alone.
		if (!inPaletteOnly.includes(id)) expect(command.keys.length).toBeGreaterThan(0);
		expect(groups).toContain(command.group);
	});

	test('has a title for the help, and a hint where it stands in the footer', () => {
		expect(command.title).toMatch(/^[A-Z].*[^.\s]$/);
		if (command.footer !== undefined) expect(command.hint).toMatch(/^\S.{0,11}$/);
	});
});

test('nothing destructive sits on keys that are pressed by habit', () => {
	const keys = commandTable.flatMap(command => command.keys);
	for (const habit of ['ctrl+k', 'ctrl+d', 'ctrl+u', 'ctrl+w', 'delete', 'backspace']) {
		expect(keys).not.toContain(habit);
	}
});
