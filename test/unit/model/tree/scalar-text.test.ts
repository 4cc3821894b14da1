import {expect, test} from 'vitest';
import {scalarText} from '../../../../source/model/tree/scalar-text.ts';

test.each([
	['text', 'text'],
	['', '""'],
	[5, '5'],
	[false, 'false'],
	[null, 'null'],
	[{}, '{}'],
	[[], '[]'],
	[[1], ''],
	[{a: 1}, ''],
])('%j', (value, text) => {
	expect(scalarText(value)).toBe(text);
});
