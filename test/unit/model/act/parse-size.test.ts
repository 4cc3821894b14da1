import {expect, test} from 'vitest';
import {parseSize} from '../../../../source/model/act/parse-size.ts';

test.each([
	['512m', 512 * 1024 ** 2],
	['1.5g', 1.5 * 1024 ** 3],
	['64 MB', 64 * 1024 ** 2],
	['2GiB', 2 * 1024 ** 3],
	['100k', 102_400],
	['1073741824', 1024 ** 3],
	['7b', 7],
	['0', 0],
	['', undefined],
	['-1', undefined],
	['m', undefined],
	['1e9', undefined],
	['512mm', undefined],
	['a lot', undefined],
])('%j', (text, bytes) => {
	expect(parseSize(text)).toBe(bytes);
});
