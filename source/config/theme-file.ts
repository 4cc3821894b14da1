import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {readDocument} from './read-settings.ts';
import type {Setting, ValueOf} from './setting.ts';

const colour = {
	kind: 'text',
	refuse: text =>
		/^#[\da-f]{6}$/i.test(text) ? undefined : 'is no colour such as "#66e6cc" in quotes',
} as const satisfies Setting;

/** What a file with a theme may hold; what it leaves out is that of the theme it is based on. */
const themeSchema = {
	kind: 'section',
	settings: {
		base: {kind: 'text'},
		background: {kind: 'choice', choices: ['dark', 'light']},
		behind: colour,
		selected: colour,
		colors: {
			kind: 'section',
			settings: {
				...{ok: colour, warn: colour, err: colour, info: colour},
				...{pause: colour, accent: colour, muted: colour, dim: colour},
			},
		},
	},
} as const satisfies Setting;

type ThemeSettings = ValueOf<typeof themeSchema>;

export interface ThemeRead {
	readonly file: string;
	readonly settings: ThemeSettings;
	readonly warnings: readonly string[];
}

/** A name is that of a file in the folder `themes` beside the configuration; all else is a path. */
export const themePath = (name: string, configFile: string): string =>
	/[/\\]|\.ya?ml$/.test(name)
		? path.resolve(name)
		: path.join(path.dirname(configFile), 'themes', `${name}.yaml`);

/** Rejects where there is no such file. */
export const readTheme = async (file: string): Promise<ThemeRead> => {
	const {settings, warnings} = readDocument(await readFile(file, 'utf8'), themeSchema);
	return {
		file,
		settings,
		warnings: warnings.map(warning => `${file} ${warning}`),
	};
};
