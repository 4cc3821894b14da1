import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {createChosenSampler} from '../../../../source/engine/stats/choose.ts';
import {type FakeSource, fakeSource, refOf} from '../../../helpers/fake-stats-source.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const watch = (source: FakeSource, ids: () => readonly string[], hasOneShot = true) => {
	const controller = new AbortController();
	const sampled = new Set<string>();
	const sampler = createChosenSampler(source, {hasOneShot});
	const done = (async () => {
		const options = {targets: () => ids().map(refOf), intervalMillis: 1000};
		for await (const batch of sampler.sample(options, controller.signal))
			for (const {ref} of batch) sampled.add(ref.id);
	})();
	return {controller, sampled, done};
};

test('an engine that answers at once is asked each time', async () => {
	const source = fakeSource({readMillis: 20});
	const run = watch(source, () => ['a']);
	await vi.advanceTimersByTimeAsync(3000);
	expect(source.open.size).toBe(0);
	expect([...run.sampled]).toEqual(['a']);
});

test('an engine that lets the answer wait is listened to, and no call is left behind', async () => {
	const source = fakeSource({readMillis: 150});
	const run = watch(source, () => ['a']);
	await vi.advanceTimersByTimeAsync(3000);
	expect([...source.open]).toEqual(['a']);
	expect(source.asked).toHaveLength(2);
	expect([...run.sampled]).toEqual(['a']);
});

test('an engine without one-shot is not even tried', async () => {
	const source = fakeSource();
	watch(source, () => ['a'], false);
	await vi.advanceTimersByTimeAsync(1000);
	expect(source.asked).toEqual([]);
	expect([...source.open]).toEqual(['a']);
});

test('a stopped container says nothing about the engine: the next one is tried, or waited for', async () => {
	const source = fakeSource();
	let ids = ['stopped'];
	const run = watch(source, () => ids);
	await vi.advanceTimersByTimeAsync(1000);
	expect(run.sampled.size).toBe(0);
	ids = ['stopped', 'a'];
	await vi.advanceTimersByTimeAsync(1000);
	expect([...run.sampled]).toEqual(['a']);
	expect(source.open.size).toBe(0);
});

test('an abort while nothing runs ends it', async () => {
	const run = watch(fakeSource(), () => []);
	await vi.advanceTimersByTimeAsync(250);
	run.controller.abort();
	await run.done;
	expect(vi.getTimerCount()).toBe(0);
});
