import {expect, test} from 'vitest';
import {initialState} from '../../../source/store/initial-state.ts';
import {isSooner, paceOf} from '../../../source/store/pace.ts';
import {anEndpoint, aUsage, keyOf, startMillis} from '../../helpers/builders.ts';

const before = initialState(anEndpoint, startMillis);

test('what answers a key or has happened is shown now, what only moves on with others', () => {
	const key = keyOf('api');
	expect(paceOf({type: 'selection/moved', row: key, index: 0}, before)).toBe('now');
	expect(paceOf({type: 'container/died', key}, before)).toBe('now');
	expect(paceOf({type: 'logs/appended', version: 1}, before)).toBe('now');
	expect(paceOf({type: 'clock/ticked', atMillis: startMillis}, before)).toBe('with others');
});

test('figures: the first ones and those that come at once are shown soon, others gathered', () => {
	const key = keyOf('api');
	const first = aUsage('api', undefined, {origin: 'api'});
	const next = aUsage('api', 5, {origin: 'api'});
	const pace = (usage: typeof next, state = before, isUnseen = false) =>
		paceOf({type: 'stats/sampled', usages: [[key, usage]], isUnseen}, state);
	const after = (usage: typeof next) => ({...before, usages: new Map([[key, usage]])});
	expect(pace(first)).toBe('soon');
	expect(pace(next, after(first))).toBe('soon');
	expect(pace(next, after(next))).toBe('gathered');
	expect(pace(aUsage('api', 5, {origin: 'cgroup'}), after(next))).toBe('soon');
	expect(pace(first, before, true)).toBe('with others');
});

test('now is sooner than soon, soon than gathered, and that than with others', () => {
	expect(isSooner('now', 'soon')).toBe(true);
	expect(isSooner('soon', 'gathered')).toBe(true);
	expect(isSooner('gathered', 'with others')).toBe(true);
	expect(isSooner('soon', 'soon')).toBe(false);
	expect(isSooner('with others', 'now')).toBe(false);
});
