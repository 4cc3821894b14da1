import {expect, test} from 'vitest';
import {loadedValue} from '../../../../source/store/detail/loaded-value.ts';

test('old data is data', () => {
	expect(loadedValue({status: 'ready', value: 1, atMillis: 0})).toBe(1);
	expect(loadedValue({status: 'stale', value: 1, atMillis: 0})).toBe(1);
});

test('without an answer there is none', () => {
	expect(loadedValue({status: 'idle'})).toBeUndefined();
	expect(loadedValue({status: 'loading'})).toBeUndefined();
	const failure = {kind: 'internal', message: 'no'} as const;
	expect(loadedValue({status: 'failed', failure})).toBeUndefined();
});
