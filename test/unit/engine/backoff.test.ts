import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createBackoff} from '../../../source/engine/backoff.ts';

test('delays double from a quarter of a second to five seconds', () => {
	const backoff = createBackoff({random: () => 0});
	expect(Array.from({length: 7}, () => backoff.next())).toEqual([
		250, 500, 1000, 2000, 4000, 5000, 5000,
	]);
});

test('a success starts again from the first', () => {
	const backoff = createBackoff({random: () => 0});
	backoff.next();
	backoff.next();
	backoff.reset();
	expect(backoff.next()).toBe(250);
});

test('chance cuts off up to a half', () => {
	fc.assert(
		fc.property(fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}), random => {
			const delay = createBackoff({random: () => random}).next();
			expect(delay).toBeGreaterThanOrEqual(125);
			expect(delay).toBeLessThanOrEqual(250);
		}),
	);
});
