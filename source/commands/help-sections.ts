import type {State} from '../store/state.ts';
import {type Command, groups, type Scope} from './command.ts';
import {formatChord, paneCommands} from './keymap-docs.ts';
import {withoutOverlays} from './palette/way-to.ts';
import {placeName} from './place-scopes.ts';
import {activeScopes} from './scopes.ts';

export interface HelpSection {
	readonly title: string;
	readonly commands: readonly Command[];
}

/**
 * The keys by where they work: first those of the pane or screen that is behind the help, then those
 * that work everywhere, by topic, then those of other places.
 */
export const helpSections = (
	state: State,
	commands: readonly Command[],
): readonly HelpSection[] => {
	const here = activeScopes(withoutOverlays(state)).filter(scope => scope !== 'global');
	const listed = paneCommands(commands);
	const elsewhere = new Set(listed.map(({scope}) => scope));
	for (const scope of [...here, 'global'] as const) elsewhere.delete(scope);
	const of = (from: readonly Command[], scope: Scope): readonly Command[] =>
		from.filter(command => command.scope === scope);
	return [
		// What is listed with another pane is told here too: it works here.
		...here.map(scope => ({title: `Here: ${placeName(scope)}`, commands: of(commands, scope)})),
		...groups.map(group => ({
			title: `Everywhere: ${group}`,
			commands: of(listed, 'global').filter(command => command.group === group),
		})),
		...[...elsewhere].map(scope => ({
			title: `Elsewhere: ${placeName(scope)}`,
			commands: of(listed, scope),
		})),
	].filter(section => section.commands.length > 0);
};

/** Those commands of which all typed words tell something: what they do, their keys or their name. */
export const findKeys = (
	sections: readonly HelpSection[],
	typed: string,
): readonly HelpSection[] => {
	const words = typedWords(typed);
	return sections
		.map(({title, commands}) => ({
			title,
			commands: commands.filter(command => {
				const text = textOf(command);
				// The names of commands begin alike, so that they are asked for by a dot only.
				return words.every(word => (word.includes('.') ? command.id : text).includes(word));
			}),
		}))
		.filter(section => section.commands.length > 0);
};

export const typedWords = (typed: string): readonly string[] =>
	typed.toLowerCase().split(/\s+/).filter(Boolean);

const textOf = (command: Command): string =>
	[command.title, command.hint, command.keywords, ...command.keys.map(formatChord)]
		.filter(Boolean)
		.join(' ')
		.toLowerCase();
