import {expect, test} from 'vitest';
import {isWithin} from '../../../source/model/elapsed.ts';

test('from the moment itself until the time has passed, and not on a clock that was put back', () => {
	const within = (nowMillis: number) => isWithin(1000, nowMillis, 300);
	expect([1000, 1299, 1300, 2000, 999, -3_600_000].map(within)).toEqual([
		...[true, true, false, false],
		...[false, false],
	]);
});
