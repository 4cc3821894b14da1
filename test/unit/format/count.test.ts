import {expect, test} from 'vitest';
import {formatCount} from '../../../source/format/count.ts';

test.each([
	[0, '0'],
	[999, '999'],
	[9412, '9,412'],
	[100_000, '100,000'],
	[1_234_567, '1,234,567'],
])('%i is %s', (count, text) => {
	expect(formatCount(count)).toBe(text);
});
