import {expect, test} from 'vitest';
import {ratePerSecond} from '../../../source/model/rates.ts';

test('growth per second', () => {
	expect(ratePerSecond(1000, 3000, 2000)).toBe(1000);
	expect(ratePerSecond(1000, 1000, 2000)).toBe(0);
	expect(ratePerSecond(0, 10, 250)).toBe(40);
});

test('unknown without two values, without time, and after a reset', () => {
	expect(ratePerSecond(undefined, 5, 1000)).toBeUndefined();
	expect(ratePerSecond(5, undefined, 1000)).toBeUndefined();
	expect(ratePerSecond(5, 6, 0)).toBeUndefined();
	expect(ratePerSecond(5, 6, -1)).toBeUndefined();
	expect(ratePerSecond(6, 5, 1000)).toBeUndefined();
});
