import {afterEach, beforeEach, expect, test} from 'vitest';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {Engine} from '../../source/engine/engine.ts';
import {cpuPercent} from '../../source/model/cpu.ts';
import {type ContainerRef, localHost} from '../../source/model/ids.ts';
import type {StatsSample} from '../../source/model/stats-sample.ts';
import type {RealEngine} from '../helpers/docker.ts';
import {until} from '../helpers/until.ts';

interface RawStats {
	readonly memory_stats: {usage: number; limit: number; stats: Record<string, number>};
	readonly networks?: Record<string, {rx_bytes: number; tx_bytes: number}>;
}

/** The figures against those of the engine itself, by the rules of docker's CLI. */
export const parityCases = (real: RealEngine): void => {
	let engine: Engine;
	const controller = new AbortController();
	beforeEach(async () => {
		engine = createDockerEngine(real.endpoint, localHost);
		await engine.connect(controller.signal);
	});
	afterEach(async () => {
		engine.dispose();
		await real.cleanup();
	});

	const samples = async (ref: ContainerRef, count: number): Promise<StatsSample[]> => {
		const found: StatsSample[] = [];
		const options = {targets: () => [ref], intervalMillis: 1000};
		for await (const batch of engine.stats(options, controller.signal)) {
			found.push(...batch);
			if (found.length >= count) break;
		}
		return found;
	};

	test('memory and limit are those of the engine, byte for byte, page cache left out', async () => {
		// A file of 20 MB is page cache.
		const ref = await real.run('head -c 20000000 /dev/zero > /tmp/file; exec sleep 3600');
		const compare = async () => {
			const raw = (await real.get(`/containers/${ref.id}/stats?stream=false`)) as RawStats;
			const [sample] = await samples(ref, 1);
			const {usage, limit, stats} = raw.memory_stats;
			const cacheBytes = stats['total_inactive_file'] ?? stats['inactive_file'] ?? 0;
			return {raw: {usedBytes: usage - cacheBytes, cacheBytes, limit}, sample};
		};
		// The kernel moves pages from list to list for a while: equal once it has come to rest.
		const {raw, sample} = await until(async () => {
			const both = await compare();
			return both.sample?.memoryUsedBytes === both.raw.usedBytes && both;
		}, 'the same figure twice');
		expect(sample).toMatchObject({memoryLimitBytes: raw.limit, memoryCacheBytes: raw.cacheBytes});
		expect(raw.cacheBytes).toBeGreaterThan(1e6);
	});

	test('without a network the traffic is unknown, not 0', async () => {
		const ref = await real.run('exec sleep 3600');
		const raw = (await real.get(`/containers/${ref.id}/stats?stream=false`)) as RawStats;
		expect(raw.networks).toBeUndefined();
		const [sample] = await samples(ref, 1);
		expect(sample).not.toHaveProperty('netRxBytes');
	});

	test('a limited loop uses what it may', async () => {
		const ref = await real.run('while :; do :; done', {nanoCpus: 300_000_000});
		const found = await samples(ref, 5);
		expect(cpuPercent(found.at(1), found.at(-1) as StatsSample)).toBeGreaterThan(20);
		expect(cpuPercent(found.at(1), found.at(-1) as StatsSample)).toBeLessThan(40);
	});

	test('percent is the time that the kernel counted for the container', async () => {
		const ref = await real.run('while :; do :; done');
		const [first, , , last] = await samples(ref, 4);
		if (!first || !last) throw new Error('too few samples');
		const usedNanos = (last.cpuTotalNanos ?? 0) - (first.cpuTotalNanos ?? 0);
		const elapsedNanos = Number(last.readAtNanos - first.readAtNanos);
		expect(cpuPercent(first, last)).toBeCloseTo((usedNanos / elapsedNanos) * 100, 6);
		// One core at most; how much less depends on what else the machine does.
		expect(cpuPercent(first, last)).toBeGreaterThan(10);
		expect(cpuPercent(first, last)).toBeLessThan(103);
	});
};
