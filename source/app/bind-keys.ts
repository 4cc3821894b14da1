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

/**
 * The commands and keys as the user wants them: the keys of another program first, then the own ones.
 * Read-only, nothing is among them that writes, nor what a user has made: nobody knows what that does.
 */
export const bindKeys = ({settings, origins}: Effective): Bound => {
	const {preset, keys = {}, readOnly = false} = settings;
	const own = userCommands(settings);
	const made = readOnly ? [] : own.commands;
	const table = [...commandTable, ...toCommands(made)];
	const others = preset === undefined ? table : applyKeys(table, presets[preset]).commands;
	const {commands, problems} = applyKeys(others, {
		...Object.fromEntries(made.map(each => [each.id, each.keys] as const)),
		...Object.fromEntries(Object.entries(keys).filter(([id]) => !(readOnly && isOwn(id)))),
	});
	const place = (path: string): string => withoutFolders(origins.get(path) ?? '');
	// After the keys: what is left out must not be told as a command that is not known.
	const kept = readOnly ? commands.filter(({writes}) => !writes) : commands;
	return {
		keymap: createKeymap(kept),
		problems: [
			...own.problems.map(text => ({text: `${place('commands')}: ${text}`, isHint: false})),
			...problems.map(({id, text, isHint = false}) => {
				const path = isOwn(id) && keys[id] === undefined ? 'commands' : `keys.${id}`;
				return {text: `${place(path)}: ${text}`, isHint};
			}),
		],
	};
};

const isOwn = (id: string): boolean => id.startsWith('custom.');

const withoutFolders = (origin: string): string => origin.replace(/^.*\//, '');
