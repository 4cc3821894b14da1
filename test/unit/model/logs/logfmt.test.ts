import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseLogfmt} from '../../../../source/model/logs/logfmt.ts';

test('fields with and without quotes, and empty ones', () => {
	expect(parseLogfmt('ts=1 msg="a \\"b\\" \\\\ c\\n" empty= last=x=y')).toEqual([
		['ts', '1'],
		['msg', 'a "b" \\ c\n'],
		['empty', ''],
		['last', 'x=y'],
	]);
});

test.each([
	['a sentence with a field', 'connected to host=db port=5432'],
	['one field only', 'level=info'],
	['a quote that is not closed', 'a=1 b="x'],
	['text after a quote', 'a=1 b="x"y'],
	['an address', 'https://shop.test/?a=1 b=2'],
	['nothing', ''],
])('%s is not logfmt', (_, text) => {
	expect(parseLogfmt(text)).toBeUndefined();
});

test('what was written is read', () => {
	const value = fc.string({unit: 'grapheme-ascii'});
	fc.assert(
		fc.property(fc.array(value, {minLength: 2, maxLength: 8}), values => {
			const text = values
				.map((one, index) => `k${index}="${one.replace(/["\\]/g, '\\$&')}"`)
				.join(' ');
			expect(parseLogfmt(text)?.map(([, one]) => one)).toEqual(values);
		}),
	);
});
