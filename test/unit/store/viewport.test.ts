import {expect, test} from 'vitest';
import {Viewport} from '../../../source/store/viewport.ts';
import {keyOf} from '../../helpers/builders.ts';

test('each container once, in the order of the screen', () => {
	const viewport = new Viewport();
	expect(viewport.keys).toEqual([]);
	viewport.show([keyOf('b'), keyOf('a'), keyOf('b')]);
	expect(viewport.keys).toEqual([keyOf('b'), keyOf('a')]);
});

test('the same array while it is the same containers', () => {
	const viewport = new Viewport();
	viewport.show([keyOf('a'), keyOf('b')]);
	const before = viewport.keys;
	viewport.show([keyOf('a'), keyOf('b')]);
	expect(viewport.keys).toBe(before);
	viewport.show([keyOf('a'), keyOf('c')]);
	expect(viewport.keys).toEqual([keyOf('a'), keyOf('c')]);
});

test('is seen until it is said otherwise', () => {
	const viewport = new Viewport();
	expect(viewport.isSeen).toBe(true);
	viewport.see(false);
	expect(viewport.isSeen).toBe(false);
});

test('tells when somebody looks again, for as long as somebody wants to know', () => {
	const viewport = new Viewport();
	const told: boolean[] = [];
	const stop = viewport.onSeen(() => told.push(viewport.isSeen));
	for (const isSeen of [true, false, false, true, true]) viewport.see(isSeen);
	expect(told).toEqual([true]);
	stop();
	for (const isSeen of [false, true]) viewport.see(isSeen);
	expect(told).toEqual([true]);
});

test('who begins to look at the machine wants to see it at once', () => {
	const viewport = new Viewport();
	let looked = 0;
	viewport.onSeen(() => looked++);
	viewport.lookAtHost(true);
	viewport.lookAtHost(true);
	expect([viewport.isOnHost, looked]).toEqual([true, 1]);
	viewport.lookAtHost(false);
	expect([viewport.isOnHost, looked]).toEqual([false, 1]);
});
