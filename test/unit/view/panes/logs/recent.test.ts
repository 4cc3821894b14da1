import {expect, test} from 'vitest';
import {Recent} from '../../../../../source/view/panes/logs/recent.ts';

test('keeps the last ones, and what is asked for again', () => {
	const recent = new Recent<number, string>(3);
	for (let key = 1; key <= 9; key++) {
		recent.set(key, `${key}`);
		expect(recent.get(1)).toBe('1');
	}
	expect([2, 3, 8, 9].map(key => recent.get(key))).toEqual([undefined, undefined, '8', '9']);
});
