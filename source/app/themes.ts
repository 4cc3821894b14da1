import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {type Effective, settingsWith} from '../config/layers.ts';
import {known} from '../model/known.ts';
import type {ThemeFacts} from '../model/theme-facts.ts';
import {shownTheme} from '../store/select-themes.ts';
import type {Store} from '../store/store.ts';
import type {ThemesState} from '../store/themes-state.ts';
import type {Palette} from '../view/theme/palette.ts';
import {palettes} from '../view/theme/palettes.ts';
import type {ColourLevel} from '../view/theme/theme.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** By these a theme is told from the others. */
const telling = ['ok', 'warn', 'err', 'info', 'pause', 'accent'] as const;

const factsOf = ({name, background, tokens}: Palette): ThemeFacts => ({
	...{name, background},
	colours: telling.map(token => tokens[token].hex),
});

const builtIn: readonly ThemeFacts[] = [...palettes.values()].map(factsOf);

interface Start {
	/** The theme that was asked for; undefined: that of the terminal. */
	readonly palette: Palette | undefined;
	readonly level: ColourLevel;
	readonly origins: Effective['origins'];
	readonly env: Environment;
}

/** What is known of themes before any of the user's is looked for. */
export const firstThemes = ({palette, level, origins, env}: Start): ThemesState => {
	const origin = origins.get('theme');
	const isConfigured = origin !== undefined && !passing.has(origin);
	return {
		all: withUsed(builtIn, palette),
		...(isConfigured && palette !== undefined
			? {configured: {name: palette.name, origin: path.basename(origin)}}
			: {}),
		...known('whyAlike', whyAlike(level, origins.get('color'), env)),
	};
};

/** What says it for this time only, or gives way to what is chosen. */
const passing: ReadonlySet<string> = new Set(['remembered', 'from the command line']);

/** A file that was named by its path lies anywhere. */
const withUsed = (all: readonly ThemeFacts[], used: Palette | undefined): readonly ThemeFacts[] =>
	used === undefined || all.some(({name}) => name === used.name)
		? all
		: [...all, {...factsOf(used), isOwn: true}];

const whyAlike = (
	level: ColourLevel,
	origin: string | undefined,
	{TERM = 'not set', FORCE_COLOR}: Environment,
): string | undefined => {
	if (level !== 'mono' && level !== '16') return undefined;
	const own = FORCE_COLOR ? `FORCE_COLOR is ${FORCE_COLOR}` : `TERM is ${TERM}`;
	const cause = origin === undefined ? own : path.basename(origin);
	return level === 'mono'
		? `There are no colours here, so no theme changes anything (${cause}).`
		: `The 16 colours are those of the terminal: all dark themes are alike here, and all light ones (${cause}).`;
};

interface Ports {
	readonly store: Store;
	readonly configFile: string;
	/** The one that the program began with. */
	readonly palette: Palette | undefined;
	/** Paints the screen in it; undefined: in that of the terminal. */
	readonly paint: (palette: Palette | undefined) => void;
}

/** Paints the screen in the theme that is chosen or looked at; returns how those of the user are found. */
export const createThemes = ({store, configFile, palette: first, paint}: Ports) => {
	let own: ReadonlyMap<string, Palette> = new Map(first && [[first.name, first]]);
	const paletteOf = (name: string | undefined): Palette | undefined =>
		name === undefined ? undefined : (palettes.get(name) ?? own.get(name));
	let shown = first;
	const look = (): void => {
		const next = paletteOf(shownTheme(store.getState()));
		if (next === shown) return;
		shown = next;
		paint(next);
	};
	store.subscribe(look);

	const find = async (): Promise<void> => {
		const found = await readOwn(configFile);
		own = new Map([...(first ? [[first.name, first] as const] : []), ...found.map(named)]);
		const all = [...builtIn, ...found.map(({facts}) => facts)];
		store.dispatch({type: 'themes/found', all: withUsed(all, first)});
		// A file that was changed since then.
		look();
	};
	return {findThemes: () => void find()};
};

interface OwnTheme {
	readonly palette: Palette;
	readonly facts: ThemeFacts;
}

const named = ({palette}: OwnTheme) => [palette.name, palette] as const;

/** More nobody looks through. */
const mostOwn = 100;
/** More is no theme. */
const mostBytes = 64 * 1024;

/** The files of the folder `themes`, by their names; what is no theme is none. */
const readOwn = async (configFile: string): Promise<readonly OwnTheme[]> => {
	const {readTheme, themePath} = await import('../config/theme-file.ts');
	const {adaptPalette} = await import('../view/theme/adapt-palette.ts');
	const folder = path.dirname(themePath('any', configFile));
	const entries = await readdir(folder).catch(() => []);
	const names = entries
		.filter(name => name.endsWith('.yaml'))
		.map(name => name.slice(0, -'.yaml'.length))
		.filter(name => !palettes.has(name) && settingsWith('theme', name) !== undefined)
		.toSorted()
		.slice(0, mostOwn);
	const read = names.map(async (name): Promise<readonly OwnTheme[]> => {
		try {
			const file = themePath(name, configFile);
			const stats = await stat(file);
			// Nothing that would be waited for, such as a pipe.
			if (!stats.isFile() || stats.size > mostBytes) return [];
			const {settings, warnings} = await readTheme(file);
			const adapted = adaptPalette(name, settings);
			const [problem] = [...warnings.map(withoutFolders), ...adapted.warnings];
			const facts = {...factsOf(adapted.palette), isOwn: true, ...known('problem', problem)};
			return [{palette: adapted.palette, facts: facts as ThemeFacts}];
		} catch {
			// It has gone meanwhile, or is not to be read.
			return [];
		}
	});
	return (await Promise.all(read)).flat();
};

const withoutFolders = (warning: string): string => warning.replace(/^\S*\//, '');
