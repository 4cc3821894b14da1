import fc from 'fast-check';
import {expect, test} from 'vitest';
import {textWidth} from '../../../../source/format/width.ts';
import {sliceAnsi} from '../../../../source/view/canvas/slice-ansi.ts';
import {hostileText} from '../../../helpers/any-text.ts';

const red = '\u001b[31m';
const bold = '\u001b[1m';
const reset = '\u001b[0m';

test.each([
	['plain text', 'abcdef', 1, 3, 'bcd'],
	['past the end', 'abc', 2, 4, 'c   '],
	['a style that began before', `${red}abcdef`, 2, 2, `${red}cd${reset}`],
	['styles that add up', `${red}a${bold}bcd`, 2, 2, `${red}${bold}cd${reset}`],
	['a style that ended before', `${red}a${reset}bc`, 1, 2, `${reset}bc${reset}`],
	['a style that begins after', `ab${red}cd`, 0, 2, 'ab'],
	['a wide character cut at the left', '漢字', 1, 3, ' 字'],
	['a wide character cut at the right', '漢字', 0, 3, '漢 '],
	['an empty line', '', 0, 3, '   '],
	['no width', 'abc', 0, 0, ''],
])('%s', (_name, line, from, width, expected) => {
	expect(sliceAnsi(line, from, width)).toBe(expected);
});

test('no sequence but SGR passes', () => {
	expect(sliceAnsi('a\u001b[2Jb\u001b]52;c;x\u0007c\u001b[?25l', 0, 4)).toBe('abc ');
});

test('takes exactly its width, whatever is cut', () => {
	fc.assert(
		fc.property(hostileText, fc.nat(20), fc.nat(40), (line, from, width) => {
			const text = sliceAnsi(line, from, width).replace(/\u001b\[[\d;]*m/g, '');
			expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
			expect(textWidth(text)).toBe(width);
		}),
		{numRuns: 3000},
	);
});
