import {expect, test} from 'vitest';
import {allFolded, allOpen, isFolded, withFold} from '../../../../source/model/tree/folds.ts';

test('what was not touched is as all are', () => {
	expect(isFolded(allFolded, 'a')).toBe(true);
	expect(isFolded(allOpen, 'a')).toBe(false);
});

test('one that was turned, and turned back', () => {
	const one = withFold(allFolded, 'a', false);
	expect([isFolded(one, 'a'), isFolded(one, 'b')]).toEqual([false, true]);
	expect(withFold(one, 'a', true)).toEqual(allFolded);
	expect(isFolded(withFold(allOpen, 'a', true), 'a')).toBe(true);
});

test('turned to what it is, nothing changes', () => {
	expect(withFold(allFolded, 'a', true)).toEqual(allFolded);
	expect(withFold(allOpen, 'a', false)).toEqual(allOpen);
});

test('what a search opened is open until it is folded by hand', () => {
	const found = {...allFolded, opened: new Set(['a', 'b'])};
	expect(isFolded(found, 'a')).toBe(false);
	const shut = withFold(found, 'a', true);
	expect([isFolded(shut, 'a'), isFolded(shut, 'b')]).toEqual([true, false]);
});
