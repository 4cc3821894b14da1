import {commandTable} from '../../commands/command-table.ts';
import type {Symbols} from '../../format/symbols.ts';
import {keyName} from './key-name.ts';

/** The key of a command as people read it; undefined where there is no such command, or it has none. */
export const keyOf = (id: string, symbols: Symbols): string | undefined => {
	const chord = commandTable.find(command => command.id === id)?.keys[0];
	return chord === undefined ? undefined : keyName(chord, symbols);
};
