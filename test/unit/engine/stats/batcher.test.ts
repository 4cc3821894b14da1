import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {createBatcher} from '../../../../source/engine/stats/batcher.ts';
import {refOf, sampleOf} from '../../../helpers/fake-stats-source.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const start = (intervalMillis: number) => {
	const batcher = createBatcher(intervalMillis);
	const controller = new AbortController();
	const batches: string[][] = [];
	const done = (async () => {
		for await (const batch of batcher.batches(controller.signal))
			batches.push(batch.map(({ref}) => ref.id));
	})();
	const put = (...ids: string[]) => {
		for (const id of ids) batcher.put(sampleOf(refOf(id)));
	};
	return {batcher, controller, batches, done, put};
};

/** Past the two samples of which the first CPU value is made. */
const settle = async ({put, batches}: ReturnType<typeof start>, ...ids: string[]) => {
	for (let round = 0; round < 2; round++) {
		put(...ids);
		await vi.advanceTimersByTimeAsync(1000);
	}
	batches.length = 0;
};

test('samples that come together are one batch', async () => {
	const run = start(1000);
	await vi.advanceTimersByTimeAsync(5);
	run.put('a', 'b');
	await vi.advanceTimersByTimeAsync(30);
	run.put('c');
	await vi.advanceTimersByTimeAsync(200);
	expect(run.batches).toEqual([['a', 'b', 'c']]);
});

test('one that never falls silent still gets its batch', async () => {
	const run = start(1000);
	for (let index = 0; index < 20; index++) {
		run.put(`c${index}`);
		await vi.advanceTimersByTimeAsync(30);
	}
	expect(run.batches.length).toBeGreaterThanOrEqual(2);
});

test('a container that is known waits for the interval, with its newest sample', async () => {
	const run = start(5000);
	await settle(run, 'a');
	for (let second = 0; second < 12; second++) {
		run.put('a');
		await vi.advanceTimersByTimeAsync(1000);
	}
	expect(run.batches.length).toBeGreaterThanOrEqual(2);
	expect(run.batches.length).toBeLessThanOrEqual(3);
	expect(run.batches.every(batch => batch.length === 1)).toBe(true);
});

test('a newcomer does not wait, and one that was forgotten is new again', async () => {
	const run = start(60_000);
	await settle(run, 'a');
	run.put('b');
	await vi.advanceTimersByTimeAsync(300);
	expect(run.batches).toEqual([['b']]);
	run.batcher.forget('a');
	run.put('a');
	await vi.advanceTimersByTimeAsync(300);
	expect(run.batches).toEqual([['b'], ['a']]);
});

test('nothing new, no batch', async () => {
	const run = start(1000);
	await settle(run, 'a');
	await vi.advanceTimersByTimeAsync(10_000);
	expect(run.batches).toEqual([]);
});

test('what is forgotten is not handed out', async () => {
	const run = start(1000);
	run.put('a', 'b');
	run.batcher.forget('a');
	await vi.advanceTimersByTimeAsync(300);
	expect(run.batches).toEqual([['b']]);
});

test('what a slow taker left lying is his at once, without a delay in the past', async () => {
	const batcher = createBatcher(1000);
	const delays = vi.spyOn(globalThis, 'setTimeout');
	const taker = batcher.batches(new AbortController().signal)[Symbol.asyncIterator]();
	batcher.put(sampleOf(refOf('a')));
	await vi.advanceTimersByTimeAsync(5000);
	const batch = taker.next();
	await vi.advanceTimersByTimeAsync(1);
	expect((await batch).value).toHaveLength(1);
	expect(delays.mock.calls.every(([, millis]) => (millis ?? 0) >= 0)).toBe(true);
});

test('an abort ends it and leaves no timer', async () => {
	const run = start(1000);
	run.put('a');
	run.controller.abort();
	await run.done;
	expect(vi.getTimerCount()).toBe(0);
});
