import {expect, test} from 'vitest';
import {memoryUsed} from '../../../source/model/memory.ts';

test('cgroup v1: without the inactive cache of the whole tree', () => {
	const stats = {total_inactive_file: 30, inactive_file: 1, cache: 50};
	expect(memoryUsed({usage: 100, limit: 1000, stats})).toEqual({usedBytes: 70, cacheBytes: 30});
});

test('cgroup v2: the same under another name', () => {
	expect(memoryUsed({usage: 100, limit: 1000, stats: {inactive_file: 30}})).toEqual({
		usedBytes: 70,
		cacheBytes: 30,
	});
});

test('a cache as large as the usage is not believed', () => {
	expect(memoryUsed({usage: 100, limit: 1000, stats: {inactive_file: 100}})).toEqual({
		usedBytes: 100,
	});
});

test('without details, as Podman gives it, the cache is in', () => {
	expect(memoryUsed({usage: 100, limit: 1000})).toEqual({usedBytes: 100});
});

test('unknown is unknown, not 0', () => {
	expect(memoryUsed({})).toBeUndefined();
	expect(memoryUsed({usage: 0, limit: 0})).toBeUndefined();
	expect(memoryUsed({usage: 0})).toBeUndefined();
	expect(memoryUsed({usage: 0, limit: 1000})).toEqual({usedBytes: 0});
});
