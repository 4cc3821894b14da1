import type {Command, Keymap} from './command.ts';
import {formatChord} from './keymap-docs.ts';

/** The table that keys, footer, help and hints are read from; made once at the start. */
export const createKeymap = (commands: readonly Command[]): Keymap => ({
	commands,
	byId: new Map(commands.map(command => [command.id, command])),
});

/** The chord that stands for a command where one is named; undefined where it has none. */
export const chordOf = ({byId}: Keymap, id: string): string | undefined => byId.get(id)?.keys[0];

/** `; M marks one` behind a reason: the key that helps; nothing where there is none. */
export const helpingKey = (keymap: Keymap, id: string, does: string): string => {
	const key = keyText(keymap, id);
	return key === undefined ? '' : `; ${key} ${does}`;
};

/** The key of a command as people read it, where nothing is known of the terminal. */
export const keyText = (keymap: Keymap, id: string): string | undefined => {
	const chord = chordOf(keymap, id);
	return chord === undefined ? undefined : formatChord(chord);
};
