import type {Keymap} from '../commands/command.ts';
import {commandTable} from '../commands/command-table.ts';
import {createKeymap} from '../commands/keymap.ts';
import {presets} from '../commands/presets.ts';
import {applyKeys, type KeyBindings} from '../commands/rebind.ts';
import type {Effective} from '../config/layers.ts';
import type {Settings} from '../config/schema.ts';

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

/** The keys as the user wants them: those of another program first, then the own ones. */
export const bindKeys = ({settings, origins}: Effective): Bound => {
	const {preset, keys = {}} = settings;
	const others =
		preset === undefined ? commandTable : applyKeys(commandTable, presets[preset]).commands;
	const {commands, problems} = applyKeys(others, bindingsOf(keys));
	return {
		keymap: createKeymap(commands),
		problems: problems.map(({id, text, isHint = false}) => ({
			text: `${placeOf(origins.get(`keys.${id}`) ?? '')}: ${text}`,
			isHint,
		})),
	};
};

/** Without the folders. */
const placeOf = (origin: string): string => origin.replace(/^.*\//, '');

const bindingsOf = (keys: NonNullable<Settings['keys']>): KeyBindings =>
	Object.fromEntries(
		Object.entries(keys).map(([id, chords]) => [id, chords.filter(chord => chord !== 'none')]),
	);
