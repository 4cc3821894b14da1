import {existsSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {keyText} from '../commands/keymap.ts';
import {cleanText} from '../format/sanitise.ts';
import {bindKeys} from './bind-keys.ts';
import {choosePalette} from './choose-palette.ts';
import {helpText} from './help-text.ts';
import {loadSettings} from './load-settings.ts';
import type {Options} from './options.ts';
import {surroundings} from './surroundings.ts';

/** What `--print-config` prints; warnings are comments in it. */
export const settingsText = async (options: Options): Promise<string> => {
	const [loaded, {printSettings}] = await Promise.all([
		loadSettings(options, surroundings()),
		import('../config/print-settings.ts'),
	]);
	const {keymap, problems} = bindKeys(loaded);
	const {theme} = loaded.settings;
	const palette = {configFile: loaded.file.path, isAskedFor: false};
	const {warnings: ofTheme} = await choosePalette(theme, palette);
	const texts = [...loaded.warnings, ...ofTheme, ...problems.map(({text}) => text)];
	const warnings = texts.map(text => `# warning: ${cleanText(text)}`);
	const text = printSettings(loaded, schemaUrl(), keymap.commands);
	return `${[...warnings, text].join('\n')}\n`;
};

/** Beside the program or above its parts where it is installed, and at the top of a clone. */
const schemaUrl = (): string => {
	const files = ['.', '..', '../..'].map(folder =>
		path.join(import.meta.dirname, folder, 'config.schema.json'),
	);
	return pathToFileURL(files.find(existsSync) ?? files[0] ?? '').href;
};

/** What `--help` prints, with the keys as the user has bound them. */
export const helpWithKeys = async (options: Options): Promise<string> => {
	const loaded = await loadSettings(options, surroundings());
	const key = keyText(bindKeys(loaded).keymap, 'help.open');
	const keys = key === undefined ? '' : `Keys: press ${key} inside dockmon.`;
	return `${helpText.trim().replace(/^Keys: .*$/m, keys)}\n`;
};
