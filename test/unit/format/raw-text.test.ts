import {expect, test} from 'vitest';
import {rawText} from '../../../source/format/raw-text.ts';
import {cleanText} from '../../../source/format/sanitise.ts';

test.each([
	['plain text', 'plain text', 'plain text'],
	['\u001b[31mred\u001b[0m', '␛[31mred␛[0m', '^[[31mred^[[0m'],
	['10%\r20%\tdone\0', '10%␍20%␉done␀', '10%^M20%^Idone^@'],
	['\u007f\u009b31m', '␡<U+009B>31m', '^?<U+009B>31m'],
])('%j', (foreign, signs, ascii) => {
	expect(rawText(foreign)).toBe(signs);
	expect(rawText(foreign, true)).toBe(ascii);
	// The gate leaves it as it is: nothing is taken for a sequence any more.
	expect(cleanText(rawText(foreign))).toBe(signs);
});
