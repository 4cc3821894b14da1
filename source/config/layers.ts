import {printable, whyRefused} from './check-value.ts';
import {type Settings, schema} from './schema.ts';
import type {Setting, Value} from './setting.ts';

/** Settings from one place. */
export interface Layer {
	/** `--interval`, a file, or what was remembered: as it is told of each setting. */
	readonly origin: string;
	readonly settings: Settings;
	readonly lines?: ReadonlyMap<string, number>;
}

export interface Effective {
	readonly settings: Settings;
	/** Who said so, by the path of each setting: `remembered`, `config.yaml line 3`. */
	readonly origins: ReadonlyMap<string, string>;
}

/** All layers as one: what a later one says wins. Sections are merged, lists are not. */
export const mergeLayers = (layers: readonly Layer[]): Effective => {
	const origins = new Map<string, string>();
	const settings = layers.reduce<Tree>((merged, layer) => {
		const note = (path: string): void => {
			const line = layer.lines?.get(path);
			origins.set(path, line === undefined ? layer.origin : `${layer.origin} line ${line}`);
		};
		return merge(merged, layer.settings as Tree, [], note);
	}, {});
	return {settings: settings as Settings, origins};
};

type Tree = Readonly<Record<string, unknown>>;

const merge = (
	below: Tree,
	above: Tree,
	path: readonly string[],
	note: (path: string) => void,
): Tree => {
	const merged: Record<string, unknown> = {...below};
	for (const [name, value] of Object.entries(above)) {
		const inner = [...path, name];
		if (isTree(value)) {
			const before = merged[name];
			merged[name] = merge(isTree(before) ? before : {}, value, inner, note);
		} else if (value !== undefined) {
			merged[name] = value;
			note(inner.join('.'));
		}
	}
	return merged;
};

const isTree = (value: unknown): value is Tree =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the settings say at a path such as `list.sort`; undefined where they say nothing. */
export const valueAt = (settings: Settings, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>((value, name) => (isTree(value) ? value[name] : undefined), settings);

/** The settings that say this at that path, and nothing else; undefined where it is none, or unsound. */
export const settingsWith = (path: string, value: unknown): Settings | undefined => {
	const names = path.split('.');
	const setting = names.reduce<Setting | undefined>(
		(found, name) => (found?.kind === 'section' ? found.settings[name] : undefined),
		schema,
	);
	if (setting === undefined || !isSound(setting, value)) return undefined;
	return names.reduceRight<unknown>((inner, name) => ({[name]: inner}), value) as Settings;
};

const isSound = (setting: Setting, value: unknown): boolean => {
	if (setting.kind === 'list')
		return Array.isArray(value) && value.every(each => isSound(setting.of, each));
	return isValue(setting) && whyRefused(setting, value) === undefined;
};

const isValue = (setting: Setting): setting is Value =>
	!['section', 'list', 'map'].includes(setting.kind);

/** Every setting that is no section, in the order of the table, with its path. */
export const leaves = (
	setting: Setting = schema,
	path: readonly string[] = [],
): readonly (readonly [path: string, Setting])[] =>
	setting.kind === 'section'
		? Object.entries(setting.settings).flatMap(([name, inner]) => leaves(inner, [...path, name]))
		: [[printable(path.join('.')), setting]];
