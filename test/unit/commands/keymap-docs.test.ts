import {describe, expect, test} from 'vitest';
import {commandTable} from '../../../source/commands/command-table.ts';
import {
	formatChord,
	keyGroups,
	paneCommands,
	renderKeymapMarkdown,
} from '../../../source/commands/keymap-docs.ts';

test.each([
	['j', 'j'],
	['G', 'G'],
	['up', '↑'],
	['enter', 'Enter'],
	['escape', 'Esc'],
	['space', 'Space'],
	['shift+tab', 'Shift+Tab'],
	['pagedown', 'PgDn'],
	['ctrl+l', 'Ctrl+L'],
])('%s reads %s', (chord, text) => {
	expect(formatChord(chord)).toBe(text);
});

test('every chord of the table has a name that people know', () => {
	const odd = commandTable
		.flatMap(({keys}) => keys)
		.filter(
			chord =>
				!/^(?:.|[↑↓←→]|[A-Z][a-z]+(?:\+(?:[A-Z][a-z]*|[↑↓←→]))?|P[gG][UD][pn])$/u.test(
					formatChord(chord),
				),
		);
	expect(odd).toEqual([]);
});

describe('the help', () => {
	test('has every command of the panes once, in groups that are not empty', () => {
		const listed = keyGroups(commandTable).flatMap(({commands}) => commands);
		expect(listed.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
			paneCommands(commandTable).toSorted((a, b) => a.id.localeCompare(b.id)),
		);
		for (const {title, commands} of keyGroups(commandTable))
			expect(commands.length, title).toBeGreaterThan(0);
	});

	test('leaves out only what another entry tells', () => {
		const listed = new Set(paneCommands(commandTable).flatMap(({keys}) => keys));
		const unlisted = commandTable.filter(({isUnlisted}) => isUnlisted);
		expect(unlisted.length).toBeGreaterThan(0);
		for (const {id, keys} of unlisted) {
			expect(
				keys.filter(key => !listed.has(key)),
				id,
			).toEqual([]);
		}
	});
});

describe('the table of the readme', () => {
	const lines = renderKeymapMarkdown(commandTable).split('\n');

	test('is a table', () => {
		expect(lines[1]).toBe('|---|---|---|---|');
		for (const line of lines) expect(line.split(/(?<!\\)\|/)).toHaveLength(6);
	});

	test('has a line for each command, with its keys', () => {
		expect(lines).toHaveLength(paneCommands(commandTable).length + 2);
		expect(lines).toContain('|  | `Ctrl+C` | Quit at once, from anywhere | `program.interrupt` |');
		expect(lines.some(line => line.includes('`g` `Home`'))).toBe(true);
	});

	test('names each group once, at its first line', () => {
		const named = lines.filter(line => line.includes('**'));
		expect(named.map(line => line.split('**')[1])).toEqual(
			keyGroups(commandTable).map(({title}) => title),
		);
	});
});
