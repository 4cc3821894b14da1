import {expect, test} from 'vitest';
import {limitToken, loadToken} from '../../../source/format/load.ts';

test.each([
	[-1, 'load0'],
	[0, 'load0'],
	[0.29, 'load0'],
	[0.3, 'load1'],
	[0.6, 'load2'],
	[0.73, 'load3'],
	[0.85, 'load4'],
	[5, 'load4'],
])('a load of %s has the colour %s', (fraction, token) => {
	expect(loadToken(fraction)).toBe(token);
});

test.each([
	[undefined, undefined],
	[Number.NaN, undefined],
	[0.59, undefined],
	[0.6, 'warn'],
	[0.85, 'err'],
])('a share of %s of a limit is %s', (fraction, token) => {
	expect(limitToken(fraction)).toBe(token);
});
