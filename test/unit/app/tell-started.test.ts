import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {tellStarted} from '../../../source/app/tell-started.ts';
import {initialState} from '../../../source/store/initial-state.ts';
import {createStore} from '../../../source/store/store.ts';
import {anEndpoint, anEngine} from '../../helpers/builders.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const listening = () => {
	const store = createStore(initialState(anEndpoint, 0), flush => flush());
	const onStarted = vi.fn();
	tellStarted(store, onStarted);
	return {store, onStarted};
};

test('without an engine nothing has started, however long it takes', () => {
	const {store, onStarted} = listening();
	store.dispatch({type: 'clock/ticked', atMillis: 1000});
	vi.advanceTimersByTime(3_600_000);
	expect(onStarted).not.toHaveBeenCalled();
});

test('told once, some time after the first list', () => {
	const {store, onStarted} = listening();
	store.dispatch({type: 'connection/opened', engine: anEngine, atMillis: 1000});
	store.dispatch({type: 'containers/listed', containers: [], atMillis: 1000});
	expect(onStarted).not.toHaveBeenCalled();
	vi.advanceTimersByTime(60_000);
	store.dispatch({type: 'containers/listed', containers: [], atMillis: 90_000});
	vi.advanceTimersByTime(60_000);
	expect(onStarted).toHaveBeenCalledOnce();
});
