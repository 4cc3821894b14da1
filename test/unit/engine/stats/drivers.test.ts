import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {createOneShotSampler} from '../../../../source/engine/stats/one-shot.ts';
import type {StatsSampler} from '../../../../source/engine/stats/sampler.ts';
import {createStreamSampler} from '../../../../source/engine/stats/stream.ts';
import {type FakeSource, fakeSource, refOf} from '../../../helpers/fake-stats-source.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const watch = (sampler: StatsSampler, first: readonly string[], intervalMillis = 1000) => {
	const controller = new AbortController();
	let targets = first;
	const batches: string[][] = [];
	const done = (async () => {
		const options = {targets: () => targets.map(refOf), intervalMillis};
		for await (const batch of sampler.sample(options, controller.signal))
			batches.push(batch.map(({ref}) => ref.id));
	})();
	const aim = (next: readonly string[]) => {
		targets = next;
	};
	const counts = (): Record<string, number> => {
		const found: Record<string, number> = {};
		for (const id of batches.flat()) found[id] = (found[id] ?? 0) + 1;
		return found;
	};
	return {controller, batches, done, aim, counts};
};

const drivers: ReadonlyArray<readonly [string, (source: FakeSource) => StatsSampler]> = [
	['one-shot', createOneShotSampler],
	['stream', createStreamSampler],
];

describe.each(drivers)('%s', (_name, create) => {
	test('the first batch comes at once and holds everyone', async () => {
		const run = watch(create(fakeSource()), ['a', 'b', 'c']);
		await vi.advanceTimersByTimeAsync(300);
		expect([...(run.batches[0] ?? [])].sort()).toEqual(['a', 'b', 'c']);
	});

	test('about one sample an interval follows', async () => {
		const run = watch(create(fakeSource()), ['a', 'b']);
		await vi.advanceTimersByTimeAsync(10_000);
		for (const count of Object.values(run.counts())) {
			expect(count).toBeGreaterThanOrEqual(9);
			expect(count).toBeLessThanOrEqual(13);
		}
	});

	test('one that hangs, fails or is stopped is left out and delays nobody', async () => {
		const run = watch(create(fakeSource()), ['hung', 'gone', 'stopped', 'a']);
		await vi.advanceTimersByTimeAsync(5000);
		expect(Object.keys(run.counts())).toEqual(['a']);
		expect(run.counts()['a']).toBeGreaterThanOrEqual(4);
	});

	test('a target that comes is sampled soon, one that goes no more', async () => {
		const run = watch(create(fakeSource()), ['a']);
		await vi.advanceTimersByTimeAsync(2000);
		run.aim(['b']);
		await vi.advanceTimersByTimeAsync(600);
		run.batches.length = 0;
		await vi.advanceTimersByTimeAsync(3000);
		expect(Object.keys(run.counts())).toEqual(['b']);
	});

	test('a container that was gone and came back is sampled again', async () => {
		const run = watch(create(fakeSource()), ['a']);
		await vi.advanceTimersByTimeAsync(1000);
		run.aim([]);
		await vi.advanceTimersByTimeAsync(1000);
		run.batches.length = 0;
		run.aim(['a']);
		await vi.advanceTimersByTimeAsync(600);
		expect(run.batches.flat()).toContain('a');
	});

	test('an abort ends it, closes streams and leaves no timer', async () => {
		const source = fakeSource();
		const run = watch(create(source), ['a', 'hung']);
		await vi.advanceTimersByTimeAsync(1500);
		run.controller.abort();
		await run.done;
		await vi.advanceTimersByTimeAsync(0);
		expect(source.open.size).toBe(0);
		expect(vi.getTimerCount()).toBe(0);
	});

	test('a taker that leaves early ends it too', async () => {
		const source = fakeSource();
		const {signal} = new AbortController();
		const options = {targets: () => ['a'].map(refOf), intervalMillis: 1000};
		const taken = (async () => {
			for await (const batch of create(source).sample(options, signal)) return batch.length;
			return 0;
		})();
		await vi.advanceTimersByTimeAsync(500);
		expect(await taken).toBe(1);
		await vi.advanceTimersByTimeAsync(0);
		expect(source.open.size).toBe(0);
		expect(vi.getTimerCount()).toBe(0);
	});
});

test('one-shot asks no more than eight at once', async () => {
	const source = fakeSource({readMillis: 20});
	const ids = Array.from({length: 50}, (_, index) => `c${index}`);
	const run = watch(createOneShotSampler(source), ids);
	await vi.advanceTimersByTimeAsync(900);
	expect(source.mostAtOnce()).toBe(8);
	expect(Object.keys(run.counts())).toHaveLength(50);
});

test('one-shot knows two samples of everybody within half a second', async () => {
	const run = watch(createOneShotSampler(fakeSource()), ['a', 'b', 'c'], 2000);
	await vi.advanceTimersByTimeAsync(500);
	expect(run.counts()).toEqual({a: 2, b: 2, c: 2});
});

test('streams stay open from batch to batch', async () => {
	const source = fakeSource();
	const run = watch(createStreamSampler(source), ['a', 'b']);
	await vi.advanceTimersByTimeAsync(5000);
	expect([...source.open]).toEqual(['a', 'b']);
	expect(run.batches.length).toBeGreaterThanOrEqual(4);
});
