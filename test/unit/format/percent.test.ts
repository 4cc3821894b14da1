import {expect, test} from 'vitest';
import {formatPercent} from '../../../source/format/percent.ts';

test.each([
	[0, '0.0'],
	[0.04, '0.0'],
	[0.8, '0.8'],
	[62.14, '62.1'],
	[99.94, '99.9'],
	[99.96, '100'],
	[142.4, '142'],
	[6400, '6400'],
	[1e9, '99999'],
	[-3, '–'],
	[Number.NaN, '–'],
	[undefined, '–'],
])('%s is %s', (percent, expected) => {
	expect(formatPercent(percent)).toBe(expected);
	expect(formatPercent(percent).length).toBeLessThanOrEqual(5);
});
