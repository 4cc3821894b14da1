import {formatChord} from '../../commands/keymap-docs.ts';
import type {Symbols} from '../../format/symbols.ts';

const arrows: Readonly<Record<string, string>> = {
	up: 'Up',
	down: 'Down',
	left: 'Left',
	right: 'Right',
};

/** A chord as people read it; arrows in words where the terminal has no glyph for them. */
export const keyName = (chord: string, symbols: Symbols): string =>
	(symbols.chart === 'ascii' ? arrows[chord] : undefined) ?? formatChord(chord);
