import {graphemes} from '../format/graphemes.ts';

/** What Ink tells of a key beside its text; a subset of Ink's `Key`, so that this layer needs no Ink. */
export interface KeyFlags {
	readonly upArrow: boolean;
	readonly downArrow: boolean;
	readonly leftArrow: boolean;
	readonly rightArrow: boolean;
	readonly pageDown: boolean;
	readonly pageUp: boolean;
	readonly home: boolean;
	readonly end: boolean;
	readonly return: boolean;
	readonly escape: boolean;
	readonly ctrl: boolean;
	readonly shift: boolean;
	readonly tab: boolean;
	readonly backspace: boolean;
	readonly delete: boolean;
	readonly meta: boolean;
}

/**
 * The chords of one input event: `j`, `G`, `space`, `enter`, `up`, `ctrl+r`, `alt+x`, `shift+tab`.
 * Modifiers stand in the order ctrl, alt, shift; a capital letter says its shift by itself.
 *
 * One event may hold several keys: over SSH, and while a key repeats, Ink hands over everything
 * printable that came in one read. Such a burst becomes one chord for each character. A key that
 * Ink cannot name, such as F5, gives none.
 */
export const decodeKeys = (input: string, key: KeyFlags): readonly string[] => {
	// Two quick presses of Escape reach Ink as one sequence, which it takes for Alt+Escape.
	if (key.escape && key.meta) return ['escape', 'escape'];
	const name = namedKey(key);
	if (name !== undefined) return [withModifiers(name, key, key.shift)];
	if (key.ctrl || key.meta) return modifiedCharacter(input, key);
	return graphemes(input).map(characterChord);
};

const namedKeys: ReadonlyArray<readonly [flag: keyof KeyFlags, name: string]> = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
];

const namedKey = (key: KeyFlags): string | undefined => namedKeys.find(([flag]) => key[flag])?.[1];

const modifiedCharacter = (input: string, key: KeyFlags): readonly string[] => {
	if (input === '') return [];
	const isCapital = /^[A-Z]$/.test(input);
	return [withModifiers(input === ' ' ? 'space' : input, key, key.shift && !isCapital)];
};

const withModifiers = (name: string, key: KeyFlags, shift: boolean): string =>
	`${key.ctrl ? 'ctrl+' : ''}${key.meta ? 'alt+' : ''}${shift ? 'shift+' : ''}${name}`;

const characters: Readonly<Record<string, string>> = {
	' ': 'space',
	'\r': 'enter',
	'\n': 'enter',
	'\r\n': 'enter',
	'\t': 'tab',
	'\b': 'backspace',
	'\u007F': 'backspace',
	'\u001B': 'escape',
	'\0': 'ctrl+space',
};

/** Control characters stay in a burst as they came, because Ink names them only when they stand alone. */
const characterChord = (character: string): string => {
	const known = characters[character];
	if (known !== undefined) return known;
	const code = character.charCodeAt(0);
	return code < 0x20 ? `ctrl+${String.fromCharCode(code + 0x40).toLowerCase()}` : character;
};
