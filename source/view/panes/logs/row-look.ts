import type {Keymap} from '../../../commands/command.ts';
import type {Symbols} from '../../../format/symbols.ts';
import type {View} from '../../view.ts';
import {highlightsOf, type LogHighlight} from './highlight.ts';

/** All that decides how the text of an entry becomes rows. */
export interface RowLook {
	readonly cells: number;
	readonly wraps: boolean;
	/** Cells scrolled away to the left; 0 where lines are wrapped. */
	readonly column: number;
	readonly isLaidOut: boolean;
	readonly isRaw: boolean;
	/** The time of the engine stands in front of each line: what a program says of the same moment is left out. */
	readonly hidesOwnTime: boolean;
	readonly highlights: readonly LogHighlight[];
	readonly symbols: Symbols;
	readonly keymap: Keymap;
}

/** The same object as long as nothing of it changes, by which rows know that they are up to date. */
export const rowLook = (view: View, cells: number, hasTime: boolean): RowLook => {
	const {wraps, column, isLaidOut, isRaw} = view.state.logs.look;
	const look: RowLook = {
		...{cells: Math.max(1, cells), wraps, column: wraps ? 0 : column},
		...{isLaidOut: isLaidOut && !isRaw, isRaw, hidesOwnTime: hasTime && !isRaw},
		...{highlights: highlightsOf(view), symbols: view.symbols, keymap: view.keymap},
	};
	const isKnown =
		latest !== undefined &&
		(Object.keys(look) as (keyof RowLook)[]).every(name => look[name] === latest?.[name]);
	if (!isKnown) latest = look;
	return latest ?? look;
};

let latest: RowLook | undefined;
