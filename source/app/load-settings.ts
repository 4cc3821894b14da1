import path from 'node:path';
import {ConfigFile, type ConfigRead} from '../config/config-file.ts';
import {configPath, projectFile, statePath} from '../config/config-path.ts';
import {type Effective, type Layer, mergeLayers, settingsWith} from '../config/layers.ts';
import type {Settings} from '../config/schema.ts';
import {type Remembered, StateFile} from '../config/state-file.ts';
import type {ActionPolicy} from '../model/act/policy.ts';
import {type Limits, usualLimits} from '../model/attention/limits.ts';
import {known} from '../model/known.ts';
import type {ColourLevel} from '../view/theme/theme.ts';
import {colourLevels, type Options} from './options.ts';

/** Where the program runs. */
export interface Surroundings {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly homeDirectory: string;
	/** Undefined where it is there no more. */
	readonly currentDirectory?: string;
}

export interface LoadedSettings extends Effective {
	/** The user's own. */
	readonly file: ConfigFile;
	readonly state: StateFile;
	readonly remembered: Remembered;
	/** One sentence each: what is wrong with the files, and what becomes of it. */
	readonly warnings: readonly string[];
}

/**
 * All that holds: flags before the file in the current directory, that before the user's own, that before
 * what is remembered. Never rejects: what is wrong sets nothing.
 */
export const loadSettings = async (
	options: Options,
	{env, homeDirectory, currentDirectory}: Surroundings,
): Promise<LoadedSettings> => {
	const file = new ConfigFile(options.config ?? configPath(env, homeDirectory));
	const state = new StateFile(statePath(env, homeDirectory));
	const [own, ofProject, {values: remembered, warning}] = await Promise.all([
		file.read(),
		readHere(currentDirectory),
		state.read(),
	]);
	const layers: readonly Layer[] = [
		...Object.entries(remembered).flatMap(rememberedLayer),
		layerOf(file.path, own),
		layerOf(projectFile, ofProject),
		...(env['NO_COLOR'] ? [{origin: 'NO_COLOR', settings: {color: 'none'}} as const] : []),
		{origin: 'from the command line', settings: flagSettings(options)},
	];
	return {
		...mergeLayers(layers),
		...{file, state, remembered},
		warnings: [
			...(options.config !== undefined && !own.isThere ? [`${file.path} is not there`] : []),
			...own.warnings,
			...ofProject.warnings,
			...(warning === undefined ? [] : [warning]),
		],
	};
};

/** What a project says of how it wants to be seen. */
const readHere = async (directory: string | undefined): Promise<ConfigRead> =>
	await new ConfigFile(path.join(directory ?? '', projectFile)).read({isDisplayOnly: true});

const layerOf = (origin: string, {settings, lines}: ConfigRead): Layer => ({
	...{origin, settings, lines},
});

const rememberedLayer = ([key, value]: readonly [string, unknown]): readonly Layer[] => {
	const settings = settingsWith(key, value);
	return settings === undefined ? [] : [{origin: 'remembered', settings}];
};

/** What was asked for on the command line, in the words of the configuration. */
const flagSettings = (options: Options): Settings => {
	const color = colourNameOf(options.colour);
	return {
		...known('interval', options.intervalMillis),
		...known('readOnly', options.isReadOnly),
		...known('theme', options.theme),
		...known('color', color),
		...(options.isAscii ? {ascii: true} : {}),
		...(options.takesMouse ? {} : {mouse: false}),
		...(options.showsStopped === undefined ? {} : {list: {showStopped: options.showsStopped}}),
	};
};

const colourNameOf = (level: ColourLevel | undefined): Settings['color'] => {
	const found = Object.entries(colourLevels).find(([, each]) => each === level)?.[0];
	return found as Settings['color'];
};

/** The options with what the settings say of the same things. */
export const withSettings = (options: Options, settings: Settings): Options => ({
	...options,
	...known('intervalMillis', settings.interval),
	...known('colour', settings.color === undefined ? undefined : colourLevels[settings.color]),
	...known('showsStopped', settings.list?.showStopped),
	isReadOnly: settings.readOnly === true,
	...known('theme', settings.theme),
	isAscii: settings.ascii === true,
	takesMouse: settings.mouse !== false,
});

/** How carefully actions are asked about. */
export const policyOf = ({actions = {}}: Settings): ActionPolicy => ({
	confirm: actions.confirm ?? {},
	protected: actions.protected ?? [],
});

/** From where on something counts as wrong. */
export const limitsOf = ({attention}: Settings): Limits => {
	if (attention === undefined) return usualLimits;
	const {ignore = [], ...limits} = attention;
	return {...usualLimits, ...limits, ignored: new Set(ignore)};
};
