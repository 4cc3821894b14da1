import {describe, expect, test} from 'vitest';
import type {Command, Scope} from '../../../source/commands/command.ts';
import {commandTable} from '../../../source/commands/command-table.ts';
import {keyConflicts, resolveKey} from '../../../source/commands/resolve-key.ts';

const command = (id: string, scope: Scope, ...keys: readonly string[]): Command => ({
	id,
	title: id,
	group: 'other',
	scope,
	keys,
	run: () => {},
});

const table = [
	command('list.up', 'list', 'k', 'up'),
	command('logs.up', 'logs', 'k'),
	command('help.open', 'global', '?'),
	command('help.close', 'help', '?'),
	command('program.interrupt', 'global', 'ctrl+c'),
];

const meant = (scopes: readonly Scope[], chord: string): string | undefined =>
	resolveKey(table, scopes, chord)?.id;

describe('a key', () => {
	test('means what the first scope says that knows it', () => {
		expect(meant(['list', 'global'], 'k')).toBe('list.up');
		expect(meant(['logs', 'global'], 'k')).toBe('logs.up');
		expect(meant(['list', 'global'], '?')).toBe('help.open');
		expect(meant(['help'], '?')).toBe('help.close');
	});

	test('may be any of those a command has', () => {
		expect(meant(['list'], 'up')).toBe('list.up');
	});

	test('that no active scope knows means nothing', () => {
		expect(meant(['logs', 'global'], 'up')).toBeUndefined();
		expect(meant(['help'], 'k')).toBeUndefined();
	});
});

const overlays = ['help', 'messages', 'sort', 'take', 'filter', 'confirm'] satisfies Scope[];

test.each(overlays)('there is always a way out of %s', scope => {
	expect(resolveKey(commandTable, [scope], 'ctrl+c')?.id).toBe('program.interrupt');
	expect(resolveKey(commandTable, [scope], 'ctrl+z')?.id).toBe('program.suspend');
	expect(resolveKey(commandTable, [scope], 'ctrl+l')?.id).toBe('screen.repaint');
	expect(resolveKey(commandTable, [scope], 'escape')).toBeDefined();
});

test('a conflict names the place and both commands', () => {
	const conflicting = [...table, command('list.odd', 'list', 'x', 'k')];
	expect(keyConflicts(conflicting)).toEqual(['list k: list.up, list.odd']);
	expect(keyConflicts(table)).toEqual([]);
});
