import type {Command, Group} from './command.ts';
import {groups} from './command.ts';
import {isPlace} from './place-scopes.ts';

const titles: Readonly<Record<Group, string>> = {
	move: 'Move',
	look: 'Look',
	list: 'List',
	logs: 'Logs',
	stats: 'Stats',
	act: 'Act',
	custom: 'Your own',
	other: 'Other',
};

/** The commands of the panes; what an overlay takes is written in the overlay itself. */
export const paneCommands = (table: readonly Command[]): readonly Command[] =>
	table.filter(({scope, isUnlisted}) => isUnlisted !== true && isPlace(scope));

export interface KeyGroup {
	readonly title: string;
	readonly commands: readonly Command[];
}

/** All of them by group, in the order of the table; a group that nothing is in is left out. */
export const keyGroups = (table: readonly Command[]): readonly KeyGroup[] => {
	const commands = paneCommands(table);
	return groups
		.map(group => ({
			title: titles[group],
			commands: commands.filter(command => command.group === group),
		}))
		.filter(group => group.commands.length > 0);
};

const names: Readonly<Record<string, string>> = {
	up: '↑',
	down: '↓',
	left: '←',
	right: '→',
	enter: 'Enter',
	escape: 'Esc',
	space: 'Space',
	tab: 'Tab',
	'shift+tab': 'Shift+Tab',
	'shift+left': 'Shift+←',
	'shift+right': 'Shift+→',
	pageup: 'PgUp',
	pagedown: 'PgDn',
	home: 'Home',
	end: 'End',
};

/** A chord as people read it: `Ctrl+L`, `↑`. */
export const formatChord = (chord: string): string =>
	names[chord] ??
	chord.replace(/^ctrl\+(.+)$/, (_, key: string) => `Ctrl+${names[key] ?? key.toUpperCase()}`);

/** The table of keys in the readme. */
export const renderKeymapMarkdown = (table: readonly Command[]): string =>
	[
		'| | Key | What it does | Name |',
		'|---|---|---|---|',
		...keyGroups(table).flatMap(({title, commands}) =>
			commands.map(({id, keys, title: what}, index) => {
				// A bar is the end of a cell, also in code.
				const chords = keys.map(chord => `\`${formatChord(chord).replace('|', '\\|')}\``).join(' ');
				return `| ${index === 0 ? `**${title}**` : ''} | ${chords} | ${what} | \`${id}\` |`;
			}),
		),
	].join('\n');
