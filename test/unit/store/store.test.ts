import {expect, test} from 'vitest';
import {initialState} from '../../../source/store/initial-state.ts';
import type {Store} from '../../../source/store/store.ts';
import {createStore} from '../../../source/store/store.ts';
import type {Urgency} from '../../../source/store/urgency.ts';
import {anEndpoint, startMillis} from '../../helpers/builders.ts';

const begin = () => {
	const frames: (() => void)[] = [];
	const urgencies: Urgency[] = [];
	const store = createStore(initialState(anEndpoint, startMillis), (flush, urgency) => {
		frames.push(flush);
		urgencies.push(urgency);
	});
	return {
		store,
		frames,
		urgencies,
		/** The moment to which the listeners were put off. */
		paint: () => {
			for (const flush of frames.splice(0)) flush();
		},
	};
};

const tick = (store: Store, seconds: number): void =>
	store.dispatch({type: 'clock/ticked', atMillis: startMillis + seconds * 1000});

test('the state is new at once, the listeners hear of it once a frame', () => {
	const {store, paint, frames} = begin();
	let heard = 0;
	store.subscribe(() => heard++);
	for (const second of [1, 2, 3]) tick(store, second);
	expect(store.getState().nowMillis).toBe(startMillis + 3000);
	expect(heard).toBe(0);
	expect(frames).toHaveLength(1);
	paint();
	expect(heard).toBe(1);
	tick(store, 4);
	paint();
	expect(heard).toBe(2);
});

test('what changes nothing is not heard of', () => {
	const {store, frames} = begin();
	store.dispatch({type: 'overlay/closed'});
	expect(frames).toHaveLength(0);
});

test('a listener that dispatches is heard in the next frame', () => {
	const {store, paint} = begin();
	const seen: number[] = [];
	store.subscribe(() => {
		seen.push(store.getState().nowMillis - startMillis);
		if (seen.length === 1) tick(store, 2);
	});
	tick(store, 1);
	paint();
	expect(seen).toEqual([1000]);
	paint();
	expect(seen).toEqual([1000, 2000]);
});

test('who has left hears nothing, also when it leaves while others are told', () => {
	const {store, paint} = begin();
	const heard: string[] = [];
	const leaveFirst = store.subscribe(() => {
		heard.push('first');
		leaveSecond();
	});
	const leaveSecond = store.subscribe(() => heard.push('second'));
	tick(store, 1);
	paint();
	expect(heard).toEqual(['first']);
	leaveFirst();
	tick(store, 2);
	paint();
	expect(heard).toEqual(['first']);
});

test('what can wait does not hold up what cannot, and both are heard of once', () => {
	const {store, paint, urgencies} = begin();
	let heard = 0;
	store.subscribe(() => heard++);
	tick(store, 1);
	tick(store, 2);
	expect(urgencies).toEqual(['with others']);
	store.dispatch({type: 'frame/focused', pane: 'logs'});
	tick(store, 3);
	expect(urgencies).toEqual(['with others', 'now']);
	paint();
	expect(heard).toBe(1);
	tick(store, 4);
	expect(urgencies).toEqual(['with others', 'now', 'with others']);
});
