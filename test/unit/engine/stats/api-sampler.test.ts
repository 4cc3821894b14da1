import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {createApiSampler} from '../../../../source/engine/stats/api-sampler.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import type {ContainerRef} from '../../../../source/model/ids.ts';
import {type FakeSource, fakeSource, refOf, targetOf} from '../../../helpers/fake-stats-source.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

interface Run {
	readonly source?: FakeSource;
	readonly mayBeDirect?: boolean;
	readonly isWatched?: (id: string) => boolean;
	readonly intervalMillis?: number;
}

const watch = (first: readonly string[], options: Run = {}) => {
	const {source = fakeSource(), mayBeDirect = true, isWatched = () => true} = options;
	const {intervalMillis} = options;
	const controller = new AbortController();
	let ids = first;
	const batches: string[][] = [];
	const done = (async () => {
		const targets = () => ids.map(id => targetOf(refOf(id), {isWatched: isWatched(id)}));
		const sampler = createApiSampler(source, {mayBeDirect});
		const interval = intervalMillis === undefined ? {} : {intervalMillis};
		for await (const batch of sampler.sample({targets, ...interval}, controller.signal))
			batches.push(batch.map(({ref}) => ref.id));
	})();
	const aim = (next: readonly string[]) => {
		ids = next;
	};
	const counts = (): Record<string, number> => {
		const found: Record<string, number> = {};
		for (const id of batches.flat()) found[id] = (found[id] ?? 0) + 1;
		return found;
	};
	return {source, controller, batches, done, aim, counts};
};

test('the first batch comes at once and holds everyone', async () => {
	const run = watch(['a', 'b', 'c']);
	await vi.advanceTimersByTimeAsync(300);
	expect([...(run.batches[0] ?? [])].sort()).toEqual(['a', 'b', 'c']);
});

test('two samples of everybody are there within half a second, then one each two seconds', async () => {
	const run = watch(['a', 'b']);
	await vi.advanceTimersByTimeAsync(500);
	expect(run.counts()).toEqual({a: 2, b: 2});
	await vi.advanceTimersByTimeAsync(20_000);
	for (const count of Object.values(run.counts())) expect(Math.abs(count - 12)).toBeLessThan(2);
});

test('the interval is what the user chose, and long for what nobody looks at', async () => {
	const chosen = watch(['a'], {intervalMillis: 1000});
	const unseen = watch(['a'], {isWatched: () => false});
	await vi.advanceTimersByTimeAsync(20_000);
	expect(Math.abs((chosen.counts()['a'] ?? 0) - 21)).toBeLessThan(2);
	expect(Math.abs((unseen.counts()['a'] ?? 0) - 5)).toBeLessThan(2);
});

test('one that hangs, fails or is stopped is left out and delays nobody', async () => {
	const run = watch(['hung', 'gone', 'stopped', 'a'], {intervalMillis: 1000});
	await vi.advanceTimersByTimeAsync(5000);
	expect(Object.keys(run.counts())).toEqual(['a']);
	expect(run.counts()['a']).toBeGreaterThanOrEqual(4);
});

test('one that hangs is not asked a second time meanwhile', async () => {
	const run = watch(['hung'], {mayBeDirect: false});
	await vi.advanceTimersByTimeAsync(60_000);
	expect(run.source.asked).toEqual(['hung']);
});

test('a target that comes is sampled soon, one that goes no more', async () => {
	const run = watch(['a']);
	await vi.advanceTimersByTimeAsync(2000);
	run.aim(['b']);
	await vi.advanceTimersByTimeAsync(900);
	run.batches.length = 0;
	await vi.advanceTimersByTimeAsync(6000);
	expect(Object.keys(run.counts())).toEqual(['b']);
});

test('where all is forbidden it is looked no oftener than else, and asked again after a minute', async () => {
	const asked: string[] = [];
	const source = {
		...fakeSource(),
		async readOnce({id}: ContainerRef): Promise<never> {
			asked.push(id);
			throw new EngineError('permission', 'HTTP 403', {isForbidden: true});
		},
	};
	let looks = 0;
	const targets = () => {
		looks++;
		return [targetOf(refOf('a'))];
	};
	const sampler = createApiSampler(source, {mayBeDirect: false});
	const end = new AbortController();
	const done = sampler.sample({targets}, end.signal)[Symbol.asyncIterator]().next();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(looks).toBeLessThan(50);
	expect(asked).toEqual(['a']);
	await vi.advanceTimersByTimeAsync(51_000);
	expect(asked).toEqual(['a', 'a']);
	end.abort();
	await done;
});

test('an engine that answers at once is asked eight at a time', async () => {
	const ids = Array.from({length: 50}, (_, index) => `c${index}`);
	const run = watch(ids, {source: fakeSource({readMillis: 20})});
	await vi.advanceTimersByTimeAsync(900);
	// The probe is one more.
	expect(run.source.mostAtOnce()).toBeLessThanOrEqual(9);
	expect(Object.keys(run.counts())).toHaveLength(50);
});

test('what is on the screen is asked for before the hundreds that are not', async () => {
	const ids = Array.from({length: 400}, (_, index) => `c${index}`);
	const watched = new Set(ids.slice(-5));
	const run = watch(ids, {
		source: fakeSource({readMillis: 20}),
		isWatched: id => watched.has(id),
	});
	await vi.advanceTimersByTimeAsync(900);
	expect([...watched].map(id => run.counts()[id])).toEqual([2, 2, 2, 2, 2]);
	run.controller.abort();
});

test('an engine that lets each answer wait is asked for all at once', async () => {
	const ids = Array.from({length: 50}, (_, index) => `c${index}`);
	const run = watch(ids, {source: fakeSource({readMillis: 900})});
	await vi.advanceTimersByTimeAsync(2400);
	expect(run.source.mostAtOnce()).toBeGreaterThan(40);
	expect(Object.keys(run.counts())).toHaveLength(50);
});

test('an engine that is far away is not taken for one that lets answers wait', async () => {
	const ids = Array.from({length: 50}, (_, index) => `c${index}`);
	const run = watch(ids, {source: fakeSource({readMillis: 310, pingMillis: 300})});
	await vi.advanceTimersByTimeAsync(5000);
	expect(run.source.mostAtOnce()).toBeLessThanOrEqual(9);
});

test('one that is both is taken for what it is', async () => {
	const ids = Array.from({length: 50}, (_, index) => `c${index}`);
	const run = watch(ids, {source: fakeSource({readMillis: 1000, pingMillis: 300})});
	await vi.advanceTimersByTimeAsync(5000);
	expect(run.source.mostAtOnce()).toBeGreaterThan(40);
});

test('its second sample does not wait for a whole interval more', async () => {
	const run = watch(['a'], {source: fakeSource({readMillis: 900}), mayBeDirect: false});
	await vi.advanceTimersByTimeAsync(2000);
	expect(run.counts()).toEqual({a: 2});
});

test('a stopped container says nothing about the engine: the next one is tried', async () => {
	const ids = ['stopped', ...Array.from({length: 20}, (_, index) => `c${index}`)];
	const run = watch(ids, {source: fakeSource({readMillis: 5})});
	await vi.advanceTimersByTimeAsync(1000);
	expect(run.source.mostAtOnce()).toBeLessThanOrEqual(9);
	expect(Object.keys(run.counts())).toHaveLength(20);
});

test('an engine that is known to answer late is not tried', async () => {
	const run = watch(['a'], {mayBeDirect: false});
	await vi.advanceTimersByTimeAsync(100);
	expect(run.source.asked).toEqual(['a']);
});

test('an abort ends it and leaves no timer', async () => {
	const run = watch(['a', 'hung']);
	await vi.advanceTimersByTimeAsync(1500);
	run.controller.abort();
	await run.done;
	await vi.advanceTimersByTimeAsync(0);
	expect(vi.getTimerCount()).toBe(0);
});

test('a taker that leaves early ends it too', async () => {
	const targets = () => [targetOf(refOf('a'))];
	const sampler = createApiSampler(fakeSource(), {mayBeDirect: true});
	const taken = (async () => {
		for await (const batch of sampler.sample({targets}, new AbortController().signal))
			return batch.length;
		return 0;
	})();
	await vi.advanceTimersByTimeAsync(1000);
	expect(await taken).toBe(1);
	await vi.advanceTimersByTimeAsync(0);
	expect(vi.getTimerCount()).toBe(0);
});
