import {expect, test} from 'vitest';
import type {Ranked, Sorted} from '../../../source/model/merge-sorted.ts';
import {mergeKeys} from '../../../source/model/merge-sorted.ts';
import {keyOf} from '../../helpers/builders.ts';

const sorted = (...figures: readonly number[]): Sorted => {
	const entries = figures.map((figure): Ranked => {
		return {key: keyOf(`c${figure}`), name: `c${figure}`, figure};
	});
	return {entries, keys: entries.map(({key}) => key), total: 0};
};
const compare = (a: Ranked, b: Ranked): number => Number(a.figure) - Number(b.figure);
const many = sorted(1, 3, 5, 7);

test('puts few in their places among many', () => {
	expect(mergeKeys(sorted(0, 4, 6, 9), many, compare)).toEqual(sorted(0, 1, 3, 4, 5, 6, 7, 9).keys);
	expect(mergeKeys(sorted(2), sorted(), compare)).toEqual(sorted(2).keys);
	expect(mergeKeys(sorted(), many, compare)).toBe(many.keys);
});

test('is the same array until one of the few has changed its place', () => {
	const before = mergeKeys(sorted(2, 4), many, compare);
	expect(mergeKeys(sorted(2, 4), many, compare)).toBe(before);
	expect(mergeKeys(sorted(4, 6), many, compare)).toEqual(sorted(1, 3, 4, 5, 6, 7).keys);
	expect(mergeKeys(sorted(4), many, compare)).toEqual(sorted(1, 3, 4, 5, 7).keys);
	expect(mergeKeys(sorted(4, 6), sorted(1), compare)).toEqual(sorted(1, 4, 6).keys);
});
