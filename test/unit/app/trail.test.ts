import {expect, test} from 'vitest';
import {Trail} from '../../../source/app/trail.ts';
import {initialState} from '../../../source/store/initial-state.ts';
import {createStore} from '../../../source/store/store.ts';
import {startMillis} from '../../helpers/builders.ts';

const followed = () => {
	const trail = new Trail();
	const endpoint = {url: 'unix:///socket', source: '--host', isDemo: false} as const;
	const store = createStore(initialState(endpoint, startMillis), () => {});
	return {trail, store: trail.follow(store)};
};

test('keeps what happened, without names or texts, and passes it on', () => {
	const {trail, store} = followed();
	store.dispatch({type: 'overlay/opened', overlay: {kind: 'messages', top: 0}});
	store.dispatch({type: 'list/filtered', text: 'hunter2'});
	expect(trail.steps).toEqual(['overlay/opened messages', 'list/filtered']);
	expect(store.getState().frame.overlays).toHaveLength(1);
});

test('leaves out what happens by itself, and keeps the latest forty', () => {
	const {trail, store} = followed();
	for (let step = 0; step < 100; step++) {
		store.dispatch({type: 'clock/ticked', atMillis: startMillis + step});
		store.dispatch({type: 'list/filtered', text: `${step}`});
	}
	store.dispatch({type: 'overlay/closed'});
	expect(trail.steps).toHaveLength(40);
	expect(trail.steps.at(-1)).toBe('overlay/closed');
	expect(trail.steps).not.toContain('clock/ticked');
});
