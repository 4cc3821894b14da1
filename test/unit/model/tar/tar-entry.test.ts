import {expect, test} from 'vitest';
import {paddingOf} from '../../../../source/model/tar/tar-entry.ts';

test.each([
	[0, 0],
	[1, 511],
	[511, 1],
	[512, 0],
	[513, 511],
])('behind %i bytes come %i', (size, padding) => {
	expect(paddingOf(size)).toBe(padding);
});
