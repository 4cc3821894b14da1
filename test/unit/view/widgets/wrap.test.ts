import {expect, test} from 'vitest';
import {textWidth} from '../../../../source/format/width.ts';
import {wrapExact, wrapWords} from '../../../../source/view/widgets/wrap.ts';

test('words are broken between blanks, and a longer word anywhere', () => {
	expect(wrapWords('one two three abcdefghij', 7)).toEqual(['one two', 'three', 'abcdefg', 'hij']);
});

test('of several blanks none is lost: a broken line stands for one of them', () => {
	expect(wrapWords("remove 'a  b'   now?", 40)).toEqual(["remove 'a  b'   now?"]);
	expect(wrapWords('one two  three', 7)).toEqual(['one two', ' three']);
	expect(wrapWords('  a  b  ', 7)).toEqual(['a  b']);
	expect(wrapWords('a\n  b\t c', 7)).toEqual(['a b c']);
	expect(wrapWords(`a${' '.repeat(9)}b`, 4)).toEqual(['a', '    ', '    ', 'b']);
});

test('exactly what is there, cut where a line is full; a wide character is not cut', () => {
	expect(wrapExact('a b  漢字c', 5, false)).toEqual(['a b  ', '漢字c']);
	expect(wrapExact('漢字', 1, false)).toEqual(['漢', '字']);
	expect(wrapExact('e\u0316\u0301e\u0301', 1, false)).toHaveLength(2);
});

test('a value of megabytes is told to its sixty-fourth kilobyte, and how much more there is', () => {
	const value = 'x'.repeat(4_000_000);
	for (const lines of [wrapExact(value, 12, false), wrapWords(value, 12)]) {
		expect(lines.length).toBeLessThan(6000);
		expect(lines.every(line => textWidth(line) <= 12)).toBe(true);
		expect(lines.join('')).toMatch(/3934464/);
	}
});
