import fc from 'fast-check';
import {expect, test} from 'vitest';
import {hasSameItems, isSame} from '../../../source/model/same.ts';

test('a copy is the same', () => {
	fc.assert(fc.property(fc.jsonValue(), value => isSame(value, structuredClone(value))));
});

test.each([
	[1, '1'],
	[{a: 1}, {a: 2}],
	[{a: 1}, {b: 1}],
	[{a: 1}, {a: 1, b: undefined}],
	[[1, 2], [1]],
	[[], {}],
	[{}, []],
	[null, {}],
	[{a: {b: [1, {c: 2}]}}, {a: {b: [1, {c: 3}]}}],
])('%j is not %j', (some, other) => {
	expect(isSame(some, other)).toBe(false);
	expect(isSame(other, some)).toBe(false);
});

test('lists have the same items when each is the same thing', () => {
	const thing = {};
	expect(hasSameItems([thing, 1], [thing, 1])).toBe(true);
	expect(hasSameItems([], [])).toBe(true);
	expect(hasSameItems([thing], [{}])).toBe(false);
	expect(hasSameItems([1, 2], [2, 1])).toBe(false);
	expect(hasSameItems([1], [1, 2])).toBe(false);
	expect(hasSameItems([1, 2], [1])).toBe(false);
});
