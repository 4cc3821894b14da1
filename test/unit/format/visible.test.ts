import {expect, test} from 'vitest';
import {kindOf} from '../../../source/format/code-point.ts';
import {visible} from '../../../source/format/visible.ts';

const shown = (character: string, column = 0): string => {
	const codePoint = character.codePointAt(0) ?? 0;
	return visible(codePoint, kindOf(codePoint), column).text;
};

test.each([
	['\0', '␀'],
	['\u001b', '␛'],
	['\u007f', '␡'],
	['\u009b', '<U+009B>'],
	['\u202e', '<U+202E>'],
	['\u{1f40b}', '•'],
	['\u2705', '✓'],
	['\u0378', '\ufffd'],
	['\ud800', '\ufffd'],
])('%j is drawn as %s', (character, expected) => {
	expect(shown(character)).toBe(expected);
});

test('a tab reaches to the next stop', () => {
	expect([0, 1, 7, 8].map(column => shown('\t', column).length)).toEqual([8, 7, 1, 8]);
});
