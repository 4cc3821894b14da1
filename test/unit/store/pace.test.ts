import {expect, test} from 'vitest';
import {isSooner, paceOf} from '../../../source/store/pace.ts';
import {keyOf, startMillis} from '../../helpers/builders.ts';

test('what answers a key or has happened is shown now, what only moves on with others', () => {
	const key = keyOf('api');
	expect(paceOf({type: 'selection/moved', row: key, index: 0})).toBe('now');
	expect(paceOf({type: 'container/died', key})).toBe('now');
	expect(paceOf({type: 'logs/appended', version: 1})).toBe('now');
	expect(paceOf({type: 'stats/sampled', usages: []})).toBe('soon');
	expect(paceOf({type: 'clock/ticked', atMillis: startMillis})).toBe('with others');
});

test('now is sooner than soon, and soon than with others', () => {
	expect(isSooner('now', 'soon')).toBe(true);
	expect(isSooner('soon', 'with others')).toBe(true);
	expect(isSooner('soon', 'soon')).toBe(false);
	expect(isSooner('with others', 'now')).toBe(false);
});
