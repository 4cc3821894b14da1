import {asciiSymbols, type Symbols, unicodeSymbols} from './symbols.ts';
import {textWidth} from './width.ts';

const pairs = (Object.keys(unicodeSymbols) as (keyof Symbols)[]).flatMap(name => {
	const glyph = unicodeSymbols[name];
	const standIn = asciiSymbols[name];
	const isPair = typeof glyph === 'string' && typeof standIn === 'string' && standIn.length === 1;
	return isPair ? [[glyph, standIn] as const] : [];
});

const standIns: ReadonlyMap<string, string> = new Map([...pairs, ['\u2022', '*'], ['\ufffd', '?']]);

const beyondAscii = /[^\u0020-\u007e]/gu;

/**
 * Clean text for a terminal without Unicode, of the same width: the glyphs of the screen by their
 * stand-ins, everything else as question marks.
 */
export const toAscii = (cleanText: string): string =>
	cleanText.replace(
		beyondAscii,
		character => standIns.get(character) ?? '?'.repeat(textWidth(character)),
	);
