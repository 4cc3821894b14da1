import {withArguments} from './shell-places.ts';

export const programScopes = ['container', 'project', 'any'] as const;
export const programShows = ['output', 'terminal', 'message'] as const;

/** What the words in braces of a command stand for. */
export const programFields = [
	...(['name', 'id', 'image', 'project', 'service', 'ip', 'host'] as const),
] as const;
type ProgramField = (typeof programFields)[number];

export type ProgramValues = Readonly<Partial<Record<ProgramField, string>>>;

/** A program that the user has made a command. */
export interface UserCommand {
	/** Of the command: `custom.deploy`. */
	readonly id: string;
	readonly name: string;
	readonly keys: readonly string[];
	/** Program and arguments with their braces; for a shell one text. */
	readonly words: readonly string[];
	readonly scope: (typeof programScopes)[number];
	readonly show: (typeof programShows)[number];
	readonly asks: boolean;
	readonly isShell: boolean;
}

/** A program with its arguments, about to be run. */
export interface ProgramRequest {
	readonly name: string;
	readonly argv: readonly string[];
	readonly show: UserCommand['show'];
	/** What is shown of it: the command with its values. */
	readonly text: string;
	/** Where it is run; where dockmon is if that is not said. */
	readonly directory?: string;
	/** Beside that of dockmon; undefined takes a variable away. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** What it has to put in order once it is cancelled; two seconds where that is not said. */
	readonly patienceMillis?: number;
	/** The container of Compose that it makes, which is gone when it has ended. */
	readonly oneOff?: string;
}

const braces = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The words in braces that stand for nothing. */
export const unknownFields = (words: readonly string[]): readonly string[] =>
	words
		.flatMap(word => [...word.matchAll(braces)].map(match => match[1] ?? ''))
		.filter(field => !isField(field));

const isField = (field: string): field is ProgramField =>
	programFields.some(each => each === field);

/**
 * The request with the values in place, or why it cannot be. A value is one argument or a part of one,
 * whatever is in it: nothing parts it, and it never becomes an option. A shell gets the values as
 * arguments too, so that nothing of them is read as its language.
 */
export const fillCommand = (
	{name, words, show, isShell}: UserCommand,
	values: ProgramValues,
): ProgramRequest | {readonly problem: string} => {
	const problem = words.flatMap(word => whyNot(word, values, isShell)).at(0);
	if (problem !== undefined) return {problem};
	const text = words.map(word => filled(word, values)).join(' ');
	if (!isShell) return {name, show, text, argv: words.map(word => filled(word, values))};
	const script = withArguments(words.join(' '), braces, placeOf);
	const given = programFields.map(field => values[field] ?? '');
	return {name, show, text, argv: ['/bin/sh', '-c', script, 'dockmon', ...given]};
};

const placeOf = (field: string): number =>
	1 + programFields.indexOf(field as (typeof programFields)[number]);

const filled = (word: string, values: ProgramValues): string =>
	word.replaceAll(braces, (_, field: ProgramField) => values[field] ?? '');

const whyNot = (word: string, values: ProgramValues, isShell: boolean): readonly string[] => {
	const fields = [...word.matchAll(braces)].map(match => match[1] as ProgramField);
	const missing = fields.find(field => !values[field]);
	if (missing !== undefined) return [`there is no ${missing} here`];
	// The word that a shell gets is its language, and not an argument.
	const isOption = !isShell && word.startsWith('{{') && filled(word, values).startsWith('-');
	if (isOption) return [`its ${fields[0]} begins with a dash, which would be an option`];
	return /\0/.test(filled(word, values)) ? ['it has a zero byte'] : [];
};
