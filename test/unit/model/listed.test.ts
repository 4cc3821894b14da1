import {expect, test} from 'vitest';
import {listed} from '../../../source/model/listed.ts';

test.each([
	[[], ''],
	[['a'], 'a'],
	[['a', 'b'], 'a and b'],
	[['a', 'b', 'c'], 'a, b and c'],
	[['a', 'b', 'c', 'd'], 'a, b, c and 1 more'],
	[['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('%j', (names, text) => {
	expect(listed(names, 3)).toBe(text);
});
