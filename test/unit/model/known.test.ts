import {expect, test} from 'vitest';
import {known} from '../../../source/model/known.ts';

test('a known value has its key, 0 and the empty text too', () => {
	expect({...known('a', 0), ...known('b', ''), ...known('c', false)}).toEqual({
		...{a: 0, b: '', c: false},
	});
});

test('an unknown one leaves no key behind', () => {
	expect(Object.keys({...known('a', undefined)})).toEqual([]);
});
