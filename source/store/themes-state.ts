import type {ThemeFacts} from '../model/theme-facts.ts';

/** Which colours there are to choose from, and which were chosen. */
export interface ThemesState {
	/** The name of one; undefined: dark or light, as the background of the terminal is. */
	readonly chosen?: string;
	/** Those built in, then files of the user's. */
	readonly all: readonly ThemeFacts[];
	/** What the configuration says, which wins at the next start over what is chosen now. */
	readonly configured?: {readonly name: string; readonly origin: string};
	/** Why they look alike here, in words; undefined where each has colours of its own. */
	readonly whyAlike?: string;
}

export type ThemesAction =
	| {readonly type: 'themes/found'; readonly all: readonly ThemeFacts[]}
	/** Without a name as the background of the terminal is. */
	| {readonly type: 'theme/chosen'; readonly name?: string};

export const noThemes: ThemesState = {all: []};
