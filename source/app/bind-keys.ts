import type {Keymap} from '../commands/command.ts';
import {commandTable} from '../commands/command-table.ts';
import {createKeymap} from '../commands/keymap.ts';
import {presets} from '../commands/presets.ts';
import {applyKeys} from '../commands/rebind.ts';
import {toCommands} from '../commands/user-commands.ts';
import type {Effective} from '../config/layers.ts';
import {userCommands} from '../config/user-commands.ts';

interface Problem {
	readonly text: string;
	/** It may well be what the user wants. */
	readonly isHint: boolean;
}

export interface Bound {
	readonly keymap: Keymap;
	/** About what the user has bound, with the place where that was. */
	readonly problems: readonly Problem[];
}

/** The commands and keys as the user wants them: the keys of another program first, then the own ones. */
export const bindKeys = ({settings, origins}: Effective): Bound => {
	const {preset, keys = {}} = settings;
	const own = userCommands(settings);
	const table = [...commandTable, ...toCommands(own.commands)];
	const others = preset === undefined ? table : applyKeys(table, presets[preset]).commands;
	const {commands, problems} = applyKeys(others, {
		...Object.fromEntries(own.commands.map(each => [each.id, each.keys] as const)),
		...keys,
	});
	const place = (path: string): string => withoutFolders(origins.get(path) ?? '');
	return {
		keymap: createKeymap(commands),
		problems: [
			...own.problems.map(text => ({text: `${place('commands')}: ${text}`, isHint: false})),
			...problems.map(({id, text, isHint = false}) => {
				const path = id.startsWith('custom.') && keys[id] === undefined ? 'commands' : `keys.${id}`;
				return {text: `${place(path)}: ${text}`, isHint};
			}),
		],
	};
};

const withoutFolders = (origin: string): string => origin.replace(/^.*\//, '');
