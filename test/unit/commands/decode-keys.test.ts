import {expect, test} from 'vitest';
import {decodeKeys, type KeyFlags} from '../../../source/commands/decode-keys.ts';

const noFlags: KeyFlags = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
};

const decode = (input: string, flags: Partial<KeyFlags> = {}) =>
	decodeKeys(input, {...noFlags, ...flags});

test.each([
	['a letter', 'j', {}, ['j']],
	['a capital letter, without naming its shift', 'G', {shift: true}, ['G']],
	['a digit', '7', {}, ['7']],
	['a sign', '?', {}, ['?']],
	['space', ' ', {}, ['space']],
	['Return', '\r', {return: true}, ['enter']],
	['line feed, which some terminals send for Enter', '\n', {}, ['enter']],
	['Escape', '', {escape: true}, ['escape']],
	['Tab', '', {tab: true}, ['tab']],
	['Shift-Tab', '', {tab: true, shift: true}, ['shift+tab']],
	['an arrow', '', {upArrow: true}, ['up']],
	['an arrow with modifiers', '', {upArrow: true, ctrl: true, shift: true}, ['ctrl+shift+up']],
	['Page Down', '', {pageDown: true}, ['pagedown']],
	['Home', '', {home: true}, ['home']],
	['Delete', '', {delete: true}, ['delete']],
	['Backspace', '', {backspace: true}, ['backspace']],
	['Ctrl-R', 'r', {ctrl: true}, ['ctrl+r']],
	['Ctrl-Space', ' ', {ctrl: true}, ['ctrl+space']],
	['Alt-x', 'x', {meta: true}, ['alt+x']],
	['Alt-Shift-X', 'X', {meta: true, shift: true}, ['alt+X']],
	['Alt-Return', '\r', {meta: true, return: true}, ['alt+enter']],
	['a key that Ink cannot name', '', {}, []],
	['a key that Ink cannot name, with Ctrl', '', {ctrl: true}, []],
] as const)('names %s', (_name, input, flags, chords) => {
	expect(decode(input, flags)).toEqual(chords);
});

test('splits a burst into its keys', () => {
	expect(decode('jjG 5')).toEqual(['j', 'j', 'G', 'space', '5']);
});

test('keeps a character of several code points whole', () => {
	expect(decode('é👩‍👩‍👧ñ')).toEqual(['é', '👩‍👩‍👧', 'ñ']);
});

test('names the control characters in a burst', () => {
	expect(decode('k\r\t\u0012\u007F\r\n')).toEqual([
		'k',
		'enter',
		'tab',
		'ctrl+r',
		'backspace',
		'enter',
	]);
});

test('takes the pair that Ink reads as Alt-Escape for two presses of Escape', () => {
	expect(decode('', {escape: true, meta: true})).toEqual(['escape', 'escape']);
});
