import {EngineError} from '../model/engine-error.ts';
import {adaptPalette} from '../view/theme/adapt-palette.ts';
import type {Palette} from '../view/theme/palette.ts';
import {palettes} from '../view/theme/palettes.ts';
import type {Background} from '../view/theme/tokens.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ChosenPalette {
	/** Undefined: the one for the background of the terminal. */
	readonly palette?: Palette;
	readonly warnings: readonly string[];
}

/**
 * The theme that the user names, built in or a file beside that of the configuration. Rejects `invalid` where there is none of that name,
 * but for one that was not asked for on the command line: that is a warning.
 */
export const choosePalette = async (
	theme: string | undefined,
	{configFile, isAskedFor}: {readonly configFile: string; readonly isAskedFor: boolean},
): Promise<ChosenPalette> => {
	if (theme === undefined) return {warnings: []};
	const known = palettes.get(theme);
	if (known !== undefined) return {palette: known, warnings: []};
	// It brings a reader of YAML, which is not loaded for nothing.
	const {readTheme, themePath} = await import('../config/theme-file.ts');
	const file = themePath(theme, configFile);
	try {
		const {settings, warnings} = await readTheme(file);
		const {palette, warnings: more} = adaptPalette(theme, settings);
		return {palette, warnings: [...warnings, ...more.map(warning => `${file}: ${warning}`)]};
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const message = `There is no theme ${theme}.`;
		const hint = `There are ${[...palettes.keys()].join(', ')}, and files such as ${file} (${reason}).`;
		if (!isAskedFor) return {warnings: [`${message} ${hint}`]};
		throw new EngineError('invalid', message, {hint});
	}
};

/** As some terminals say it in COLORFGBG, `15;0`: the last number is that of the background. */
export const backgroundOf = (env: Environment): Background => {
	const last = /;(\d+)$/.exec(env['COLORFGBG'] ?? '')?.[1];
	return last === '7' || last === '15' ? 'light' : 'dark';
};
