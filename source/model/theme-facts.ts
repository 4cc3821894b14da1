/** What a theme can be told by without being used. */
export interface ThemeFacts {
	/** Of a file of the user's foreign text. */
	readonly name: string;
	/** Of the terminal it is made for. */
	readonly background: 'dark' | 'light';
	/** `#rrggbb`, a few of its colours. */
	readonly colours: readonly string[];
	/** It is a file of the user's, and not built in. */
	readonly isOwn?: true;
	/** What is wrong in its file, in a sentence; foreign text. */
	readonly problem?: string;
}
