import fc from 'fast-check';
import {expect, test} from 'vitest';
import {cleanText} from '../../../source/format/sanitise.ts';
import {textWidth} from '../../../source/format/width.ts';
import {wrapWords} from '../../../source/view/widgets/wrap.ts';
import {hostileText} from '../../helpers/any-text.ts';

test.each([
	['words that fit on one line', 30, ['words that fit on one line']],
	['words that do not fit on one line', 14, ['words that do', 'not fit on one', 'line']],
	['unix:///var/run/docker.sock is long', 12, ['unix:///var/', 'run/docker.s', 'ock is long']],
	['漢字 漢字漢', 5, ['漢字', '漢字', '漢']],
	['two\nlines\tand   blanks', 40, ['two lines and   blanks']],
	['', 10, []],
	['   ', 10, []],
])('%j in %i cells', (text, width, lines) => {
	expect(wrapWords(text, width)).toEqual(lines);
});

test('any text: no line is too wide, and no letter is lost', () => {
	fc.assert(
		fc.property(hostileText, fc.integer({min: 2, max: 40}), (text, width) => {
			const lines = wrapWords(text, width);
			for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
			const letters = (clean: string): string => clean.replaceAll(/\s+/g, '');
			expect(letters(lines.join(''))).toBe(letters(cleanText(text.replaceAll(/\s+/g, ' '))));
		}),
	);
});
