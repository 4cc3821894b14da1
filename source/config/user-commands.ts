import {nearest} from '../model/nearest.ts';
import {splitWords} from '../model/split-words.ts';
import {programFields, type UserCommand, unknownFields} from '../model/user-command.ts';
import type {Settings} from './schema.ts';

type Written = NonNullable<Settings['commands']>[number];

export interface UserCommands {
	readonly commands: readonly UserCommand[];
	/** One sentence each; a command with a mistake is left out. */
	readonly problems: readonly string[];
}

/** What the configuration makes of `commands`. */
export const userCommands = ({commands = []}: Settings): UserCommands => {
	const problems: string[] = [];
	const sound: UserCommand[] = [];
	for (const [index, written] of commands.entries()) {
		const read = readCommand(written, new Set(sound.map(({id}) => id)));
		if (typeof read !== 'string') sound.push(read);
		else problems.push(`commands: ${written.name ?? `number ${index + 1}`} ${read}`);
	}
	return {commands: sound, problems};
};

/** The command, or why it is left out. */
const readCommand = (
	{name, key = [], command = [], scope = 'container', show = 'output', confirm, shell}: Written,
	taken: ReadonlySet<string>,
): UserCommand | string => {
	if (name === undefined) return 'has no name';
	const isShell = shell === true;
	const id = `custom.${name
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-|-$/g, '')}`;
	if (taken.has(id)) return 'has the name of another one';
	// One text is a command line, a list is its words.
	const [only = ''] = command;
	const words = isShell || command.length !== 1 ? command : splitWords(only);
	if (words === undefined) return 'has a quote that does not end';
	const reason = whyUnsound(words, isShell);
	return reason ?? {id, name, keys: key, words, scope, show, asks: confirm === true, isShell};
};

const whyUnsound = (words: readonly string[], isShell: boolean): string | undefined => {
	const [program = ''] = words;
	if (program.trim() === '') return 'has no command';
	// What is run is decided here, and not by how a container is called.
	if (!isShell && program.includes('{{')) return 'needs a program before the first {{…}}';
	const [unknown] = unknownFields(words);
	if (unknown === undefined) return undefined;
	const meant = nearest(unknown, programFields);
	return `has {{${unknown}}}, which stands for nothing${meant ? `; did you mean {{${meant}}}?` : ''}`;
};
