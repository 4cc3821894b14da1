import {expect, test} from 'vitest';
import {type DemoEvent, EventHub} from '../../../../source/demo/world/event-hub.ts';

const event = (action: string) =>
	({type: 'container', action, id: 'a'.repeat(64), attributes: {}}) as const;

test('keeps the last 256 and tells those who listen', () => {
	const hub = new EventHub();
	const heard: DemoEvent[] = [];
	hub.emit(1, event('unheard'));
	const stop = hub.subscribe(one => heard.push(one));
	for (let index = 0; index < 300; index++) hub.emit(2, event(`e${index}`));
	stop();
	hub.emit(3, event('last'));
	expect(heard.map(({action}) => action)).toEqual(
		Array.from({length: 300}, (_, index) => `e${index}`),
	);
	expect(hub.past).toHaveLength(256);
	expect(hub.past[0]?.action).toBe('e45');
	expect(hub.past.at(-1)?.action).toBe('last');
});

test('no two events share an instant, and time never goes back', () => {
	const hub = new EventHub();
	for (const millis of [5, 5, 5, 4, 6, 6]) hub.emit(millis, event('x'));
	const instants = hub.past.map(({atNanos}) => atNanos);
	expect(new Set(instants).size).toBe(instants.length);
	expect(instants).toEqual(instants.toSorted((a, b) => (a < b ? -1 : 1)));
});

test('what happened before stands in front of it, without the noise of probes', () => {
	const hub = new EventHub();
	hub.emit(5000, event('exec_start: curl'));
	hub.emit(6000, event('start'));
	hub.recall([
		{...event('die'), atMillis: 2000},
		{...event('create'), atMillis: 1000},
	]);
	expect(hub.past.map(({action}) => action)).toEqual(['create', 'die', 'start']);
	const instants = hub.past.map(({atNanos}) => atNanos);
	expect(instants).toEqual(instants.toSorted((a, b) => (a < b ? -1 : 1)));
	hub.recall(Array.from({length: 300}, (_, index) => ({...event(`p${index}`), atMillis: index})));
	expect(hub.past).toHaveLength(256);
	expect(hub.past.at(-1)?.action).toBe('start');
});
