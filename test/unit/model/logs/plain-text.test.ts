import fc from 'fast-check';
import {expect, test} from 'vitest';
import {plainText} from '../../../../source/model/logs/plain-text.ts';
import {hostileText} from '../../../helpers/any-text.ts';

test.each([
	['a colour', '\u001b[32mINFO\u001b[0m ok', 'INFO ok'],
	['a colour by C1', '\u009b31;1mERROR\u009bm', 'ERROR'],
	['a link', '\u001b]8;;https://shop.test\u001b\\shop\u001b]8;;\u0007', 'shop'],
	['one in another', 'a\u001b\u001b[m[mb', 'a[mb'],
	['an unfinished one', 'a\u001b[12', 'a[12'],
	['no sequence', 'a [32m b', 'a [32m b'],
])('without %s', (_, text, plain) => {
	expect(plainText(text)).toBe(plain);
});

test('twice is the same as once, and no introducer is left', () => {
	fc.assert(
		fc.property(hostileText, text => {
			const plain = plainText(text);
			expect(plainText(plain)).toBe(plain);
			expect(plain).not.toMatch(/[\u001b\u009b]/);
		}),
	);
});
