import {expect, test} from 'vitest';
import {initialState} from '../../../source/store/initial-state.ts';
import {isMoreUrgent, urgencyOf} from '../../../source/store/urgency.ts';
import {anEndpoint, aUsage, keyOf, startMillis} from '../../helpers/builders.ts';

const before = initialState(anEndpoint, startMillis);

test('what answers a key or has happened is shown now, what only moves on with others', () => {
	const key = keyOf('api');
	expect(urgencyOf({type: 'selection/moved', row: key, index: 0}, before)).toBe('now');
	expect(urgencyOf({type: 'container/died', key}, before)).toBe('now');
	expect(urgencyOf({type: 'logs/appended', version: 1}, before)).toBe('soon');
	expect(urgencyOf({type: 'clock/ticked', atMillis: startMillis}, before)).toBe('with others');
});

test('figures: the first ones and those that come at once are shown soon, others gathered', () => {
	const key = keyOf('api');
	const first = aUsage('api', undefined, {origin: 'api'});
	const next = aUsage('api', 5, {origin: 'api'});
	const urgency = (usage: typeof next, state = before, isUnseen = false) =>
		urgencyOf({type: 'stats/sampled', usages: [[key, usage]], isUnseen}, state);
	const after = (usage: typeof next) => ({...before, usages: new Map([[key, usage]])});
	expect(urgency(first)).toBe('soon');
	expect(urgency(next, after(first))).toBe('soon');
	expect(urgency(next, after(next))).toBe('gathered');
	expect(urgency(aUsage('api', 5, {origin: 'cgroup'}), after(next))).toBe('soon');
	expect(urgency(first, before, true)).toBe('with others');
});

test('now is sooner than soon, soon than gathered, and that than with others', () => {
	expect(isMoreUrgent('now', 'soon')).toBe(true);
	expect(isMoreUrgent('soon', 'gathered')).toBe(true);
	expect(isMoreUrgent('gathered', 'with others')).toBe(true);
	expect(isMoreUrgent('soon', 'soon')).toBe(false);
	expect(isMoreUrgent('with others', 'now')).toBe(false);
});
