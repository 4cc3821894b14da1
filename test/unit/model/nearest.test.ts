import {expect, test} from 'vitest';
import {nearest} from '../../../source/model/nearest.ts';

const words = ['theme', 'interval', 'highlight', 'log'];

test.each([
	['thme', 'theme'],
	['Interval', 'interval'],
	['higlight', 'highlight'],
	['lgo', undefined],
	['logs', 'log'],
	['colour', undefined],
])('%s probably means %s', (word, meant) => {
	expect(nearest(word, words)).toBe(meant);
});

test('a name of a megabyte means none of them, and is not compared letter by letter', () => {
	const many = Array.from({length: 1000}, (_, index) => `word${index}`);
	expect(nearest('x'.repeat(1_000_000), many)).toBeUndefined();
});
