import {expect, test} from 'vitest';
import type {SyncContext} from '../../../source/sync/context.ts';
import {Deaths} from '../../../source/sync/deaths.ts';
import {when, whenWithin} from '../../../source/sync/when.ts';
import {startMillis} from '../../helpers/builders.ts';
import {FakeClock, settled} from '../../helpers/fake-clock.ts';
import {FakeEngine} from '../../helpers/fake-engine.ts';
import {User} from '../../helpers/user.ts';

const begin = () => {
	const {store, history, logs, viewport, ...user} = new User();
	const life = new AbortController();
	const clock = new FakeClock();
	const context: SyncContext = {
		...{store, history, logs, viewport, clock},
		engine: new FakeEngine(),
		hostSampler: async function* () {},
		deaths: new Deaths(),
		intervalMillis: 1000,
		signal: life.signal,
	};
	const zoom = () => store.dispatch({type: 'frame/zoomed', zoomed: true});
	return {...user, store, context, clock, life, zoom};
};

const isZoomed = (state: {readonly frame: {readonly zoomed: boolean}}): boolean =>
	state.frame.zoomed;

/** Whether the promise is settled once everything that can go on has. */
const isDone = async (promise: Promise<void>): Promise<boolean> => {
	let done = false;
	void promise.then(() => {
		done = true;
	});
	await settled();
	return done;
};

test('waits until the state is so', async () => {
	const {store, life, zoom} = begin();
	const waiting = when(store, isZoomed, life.signal);
	store.dispatch({type: 'clock/ticked', atMillis: startMillis + 1});
	expect(await isDone(waiting)).toBe(false);
	zoom();
	expect(await isDone(waiting)).toBe(true);
});

test('does not wait when it is so already', async () => {
	const {store, life, zoom} = begin();
	zoom();
	expect(await isDone(when(store, isZoomed, life.signal))).toBe(true);
});

test('stops waiting when aborted, before or meanwhile', async () => {
	const {store, life} = begin();
	const waiting = when(store, isZoomed, life.signal);
	life.abort();
	expect(await isDone(waiting)).toBe(true);
	expect(await isDone(when(store, isZoomed, life.signal))).toBe(true);
});

test('may wait only so long, and leaves no timer behind', async () => {
	const {context, clock, zoom} = begin();
	const late = whenWithin(context, isZoomed, 500);
	await clock.advance(499);
	expect(await isDone(late)).toBe(false);
	await clock.advance(1);
	expect(await isDone(late)).toBe(true);

	const early = whenWithin(context, isZoomed, 500);
	zoom();
	expect(await isDone(early)).toBe(true);
	expect(clock.sleepers).toBe(0);
});
