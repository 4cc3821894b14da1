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
