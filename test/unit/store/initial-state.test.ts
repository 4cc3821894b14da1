import {expect, test} from 'vitest';
import {initialState} from '../../../source/store/initial-state.ts';
import {anEndpoint, startMillis} from '../../helpers/builders.ts';

test('says where it is going and that nothing is known', () => {
	const state = initialState(anEndpoint, startMillis);
	expect(state.endpoint).toBe(anEndpoint);
	expect(state.connection).toEqual({status: 'connecting', sinceMillis: startMillis});
	expect(state.containers.status).toBe('loading');
	expect(state.usages.size).toBe(0);
	expect(state).not.toHaveProperty('host');
});

test('shows what has stopped, unless the user does not want it', () => {
	expect(initialState(anEndpoint, startMillis).list.showsStopped).toBe(true);
	const runningOnly = initialState(anEndpoint, startMillis, {showsStopped: false});
	expect(runningOnly.list.showsStopped).toBe(false);
});
