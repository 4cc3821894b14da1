import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {createGatherer} from '../../../../source/engine/stats/gather.ts';
import {refOf, sampleOf} from '../../../helpers/fake-stats-source.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const start = () => {
	const gatherer = createGatherer();
	const controller = new AbortController();
	const batches: string[][] = [];
	const done = (async () => {
		for await (const batch of gatherer.batches(controller.signal))
			batches.push(batch.map(({ref}) => ref.id));
	})();
	const put = (...ids: string[]) => {
		for (const id of ids) gatherer.put(sampleOf(refOf(id)));
	};
	return {controller, batches, done, put};
};

test('samples that come together are one batch', async () => {
	const run = start();
	await vi.advanceTimersByTimeAsync(5);
	run.put('a', 'b');
	await vi.advanceTimersByTimeAsync(30);
	run.put('c');
	await vi.advanceTimersByTimeAsync(200);
	expect(run.batches).toEqual([['a', 'b', 'c']]);
});

test('samples that never fall silent are handed out all the same', async () => {
	const run = start();
	for (let index = 0; index < 20; index++) {
		run.put(`c${index}`);
		await vi.advanceTimersByTimeAsync(30);
	}
	expect(run.batches.length).toBeGreaterThanOrEqual(2);
});

test('of a container only the newest is kept for a slow taker', async () => {
	const gatherer = createGatherer();
	const taker = gatherer.batches(new AbortController().signal)[Symbol.asyncIterator]();
	const [older, newer] = [sampleOf(refOf('a')), sampleOf(refOf('a'))];
	gatherer.put(older);
	await vi.advanceTimersByTimeAsync(5000);
	gatherer.put(newer);
	await vi.advanceTimersByTimeAsync(5000);
	const batch = taker.next();
	await vi.advanceTimersByTimeAsync(1);
	expect((await batch).value).toEqual([newer]);
});

test('nothing new, no batch', async () => {
	const run = start();
	run.put('a');
	await vi.advanceTimersByTimeAsync(10_000);
	expect(run.batches).toEqual([['a']]);
});

test('an abort ends it and leaves no timer', async () => {
	const run = start();
	run.put('a');
	run.controller.abort();
	await run.done;
	expect(vi.getTimerCount()).toBe(0);
});
