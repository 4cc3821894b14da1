import {chordOf} from '../../commands/keymap.ts';
import {formatChord} from '../../commands/keymap-docs.ts';
import type {Symbols} from '../../format/symbols.ts';
import type {View} from '../view.ts';

const arrows: Readonly<Record<string, string>> = {
	'↑': 'Up',
	'↓': 'Down',
	'←': 'Left',
	'→': 'Right',
};

/** A chord as people read it; arrows in words where the terminal has no glyph for them. */
export const keyName = (chord: string, symbols: Symbols): string =>
	symbols.chart === 'ascii'
		? formatChord(chord).replace(/[↑↓←→]/, arrow => arrows[arrow] ?? arrow)
		: formatChord(chord);

type KeyView = Pick<View, 'keymap' | 'symbols'>;

/** The key of a command as people read it; undefined where the user has left it without one. */
export const keyOf = ({keymap, symbols}: KeyView, id: string): string | undefined => {
	const chord = chordOf(keymap, id);
	return chord === undefined ? undefined : keyName(chord, symbols);
};

/** ` (h)` behind what a key helps with; nothing where there is no key. */
export const keyInBrackets = (view: KeyView, id: string): string => {
	const key = keyOf(view, id);
	return key === undefined ? '' : ` (${key})`;
};

/** `Esc closes`: what a key does, in words; nothing where there is no key. */
export const keyDoes = (view: KeyView, id: string, does: string): string => {
	const key = keyOf(view, id);
	return key === undefined ? '' : `${key} ${does}`;
};
