export const programScopes = ['container', 'project', 'any'] as const;
export const programShows = ['output', 'terminal', 'message'] as const;

/** What the words in braces of a command stand for. */
export const programFields = [
	...(['name', 'id', 'image', 'project', 'service', 'ip', 'host'] as const),
] as const;
export type ProgramField = (typeof programFields)[number];

/** A program that the user has made a command. */
export interface UserCommand {
	readonly name: string;
	readonly keys: readonly string[];
	/** Program and arguments with their braces; for a shell one text. */
	readonly words: readonly string[];
	readonly scope: (typeof programScopes)[number];
	readonly show: (typeof programShows)[number];
	readonly asks: boolean;
	readonly isShell: boolean;
}
