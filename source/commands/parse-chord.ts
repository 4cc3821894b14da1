import {graphemes} from '../format/graphemes.ts';

/** A chord as `decodeKeys` names it, or why nobody could type that. */
export type ParsedChord = {readonly chord: string} | {readonly problem: string};

/** Reads a key as people write it: `Ctrl+R`, `ctrl-r`, `PgUp`, `Shift+Tab`, `G`. */
export const parseChord = (text: string): ParsedChord => {
	const written = text.trim();
	if (written === '') return {problem: 'is empty'};
	if (graphemes(written).length === 1) return character(written);
	const parts = partsOf(written);
	const name = parts.at(-1) ?? '';
	const modifiers = parts.slice(0, -1).map(part => modifierNames.get(part.toLowerCase()));
	if (modifiers.includes(undefined)) return {problem: `${text} is no key`};
	const key = keyNames.get(name.toLowerCase());
	if (key === undefined && /^f\d+$/i.test(name)) {
		return {problem: `${text}: function keys are not told apart by every terminal`};
	}
	if (key === undefined && graphemes(name).length !== 1) return {problem: whyNoKey(text)};
	const has = (modifier: string): boolean => modifiers.includes(modifier);
	return key === undefined ? modified(text, name, has) : named(text, key, has);
};

type Has = (modifier: string) => boolean;

/** The sign of a key may be one of those that join: `ctrl++`. */
const partsOf = (text: string): readonly string[] => {
	const [, before = '', last = ''] = /^(.*[+-])?(.+)$/.exec(text) ?? [];
	return [...before.split(/[+-]/).filter(Boolean), last];
};

const modifierNames: ReadonlyMap<string, string> = new Map([
	['ctrl', 'ctrl'],
	['control', 'ctrl'],
	['c', 'ctrl'],
	['alt', 'alt'],
	['meta', 'alt'],
	['option', 'alt'],
	['shift', 'shift'],
]);

const keyNames: ReadonlyMap<string, string> = new Map([
	...['up', 'down', 'left', 'right', 'home', 'end', 'tab', 'space', 'enter', 'escape'].map(
		name => [name, name] as const,
	),
	...['pageup', 'pagedown', 'backspace', 'delete'].map(name => [name, name] as const),
	['esc', 'escape'],
	['return', 'enter'],
	['pgup', 'pageup'],
	['pgdn', 'pagedown'],
	['pgdown', 'pagedown'],
	['del', 'delete'],
]);

const whyNoKey = (text: string): string =>
	/\s/.test(text.trim())
		? `${text}: two keys one after the other are not possible`
		: `${text} is no key`;

const character = (text: string): ParsedChord =>
	/\p{Cc}/u.test(text) ? {problem: 'is a control character; write it as ctrl+…'} : {chord: text};

/** A letter or sign with modifiers. */
const modified = (text: string, name: string, has: Has): ParsedChord => {
	const letter = name.toLowerCase();
	if (has('ctrl')) {
		const same = sameAsControl.get(letter);
		if (same !== undefined) return {problem: `${text}: a terminal sends ${same} for it`};
		if (has('shift')) return {problem: `${text}: with Ctrl a terminal does not tell of Shift`};
		if (!/^[a-z]$/.test(letter)) return {problem: `${text}: with Ctrl there are only letters`};
		return {chord: `ctrl+${has('alt') ? 'alt+' : ''}${letter}`};
	}
	const typed = has('shift') ? name.toUpperCase() : name;
	if (has('shift') && typed === letter) return {problem: `${text}: write the sign it makes`};
	return {chord: `${has('alt') ? 'alt+' : ''}${typed}`};
};

/** What a terminal sends for some letters with Ctrl is what it sends for other keys. */
const sameAsControl: ReadonlyMap<string, string> = new Map([
	['i', 'Tab'],
	['m', 'Enter'],
	['j', 'Enter'],
	['h', 'Backspace'],
	['[', 'Esc'],
]);

/** Terminals tell modifiers of arrows and the like, of few other keys. */
const named = (text: string, key: string, has: Has): ParsedChord => {
	const isTold = /^(?:up|down|left|right|home|end|pageup|pagedown|delete)$/.test(key);
	const isKnown = isTold || (key === 'tab' && !has('ctrl') && !has('alt')) || isPlain(has);
	if (key === 'space' && has('ctrl') && !has('alt') && !has('shift')) return {chord: 'ctrl+space'};
	if (!isKnown) return {problem: `${text}: a terminal does not tell it from ${key}`};
	const prefix = ['ctrl', 'alt', 'shift'].filter(has).map(modifier => `${modifier}+`);
	return {chord: `${prefix.join('')}${key}`};
};

const isPlain = (has: Has): boolean => !has('ctrl') && !has('alt') && !has('shift');
