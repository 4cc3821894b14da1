import fc from 'fast-check';
import {expect, test} from 'vitest';
import {toAscii} from '../../../source/format/ascii.ts';
import {cleanText} from '../../../source/format/sanitise.ts';
import {textWidth} from '../../../source/format/width.ts';
import {anyText} from '../../helpers/any-text.ts';

test('glyphs of the screen have their stand-ins', () => {
	expect(toAscii('●✗ ╭─│ … –')).toBe('>x +-| ~ -');
});

test('what has none becomes a question mark a cell', () => {
	expect(toAscii('é漢')).toBe('???');
});

test('any text becomes ASCII of the same width', () => {
	fc.assert(
		fc.property(anyText, text => {
			const shown = cleanText(text);
			expect(toAscii(shown)).toMatch(/^[ -~]*$/);
			expect(toAscii(shown)).toHaveLength(textWidth(shown));
		}),
	);
});
