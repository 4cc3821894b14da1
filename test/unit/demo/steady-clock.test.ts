import {expect, test} from 'vitest';
import {steadyClock} from '../../../source/demo/steady-clock.ts';

test('goes on where the clock is put back, and jumps ahead with it', () => {
	let millis = 1000;
	const now = steadyClock(() => millis);
	const at = (reading: number): number => {
		millis = reading;
		return now();
	};
	expect([1000, 1500, 200, 300, 100_000].map(at)).toEqual([1000, 1500, 1500, 1600, 101_300]);
	expect([99_000, 99_001].map(at)).toEqual([101_300, 101_301]);
});
