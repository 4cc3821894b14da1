import {afterEach, beforeEach, expect} from 'vitest';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import {mapStats} from '../../source/engine/docker/map-stats.ts';
import type {Engine} from '../../source/engine/engine.ts';
import {cpuPercent} from '../../source/model/cpu.ts';
import {type ContainerRef, localHost} from '../../source/model/ids.ts';
import type {StatsOrigin, StatsSample} from '../../source/model/stats-sample.ts';
import type {RealEngine} from '../helpers/docker.ts';
import {targetOf} from '../helpers/fake-stats-source.ts';
import {until} from '../helpers/until.ts';
import {type Exceptions, testUnless} from './exceptions.ts';

interface RawCpu {
	readonly cpu_usage: {total_usage: number};
	readonly system_cpu_usage: number;
	readonly online_cpus: number;
}

interface RawStats {
	readonly preread: string;
	readonly cpu_stats: RawCpu;
	readonly precpu_stats: RawCpu;
	readonly memory_stats: {usage: number; limit: number; stats: Record<string, number>};
	readonly networks?: Record<string, {rx_bytes: number; tx_bytes: number}>;
}

/** The figures against those of the engine itself, by the rules of docker's CLI. */
export const parityCases = (
	real: RealEngine,
	origin: StatsOrigin,
	exceptions: Exceptions = {},
): void => {
	const test = testUnless(exceptions);
	let engine: Engine;
	const controller = new AbortController();
	beforeEach(async () => {
		engine = createDockerEngine(real.endpoint, localHost, {readsCgroups: origin === 'cgroup'});
		await engine.connect(controller.signal);
	});
	afterEach(async () => {
		engine.dispose();
		await real.cleanup();
	});

	const samples = async (ref: ContainerRef, count: number): Promise<StatsSample[]> => {
		const found: StatsSample[] = [];
		const target = targetOf(ref, {hasTraffic: false});
		const options = {targets: () => [target], intervalMillis: 1000};
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
		expect(sample).toMatchObject({
			origin,
			memoryLimitBytes: raw.limit,
			memoryCacheBytes: raw.cacheBytes,
		});
		expect(raw.cacheBytes).toBeGreaterThan(1e6);
	});

	test('without a network the traffic is unknown, not 0', async () => {
		const ref = await real.run('exec sleep 3600');
		const raw = (await real.get(`/containers/${ref.id}/stats?stream=false`)) as RawStats;
		expect(raw.networks).toBeUndefined();
		const [sample] = await samples(ref, 1);
		expect(sample).not.toHaveProperty('netRxBytes');
	});

	test('a loop is busy, a limited one no more than it may', async () => {
		const free = await real.run('while :; do :; done');
		const limited = await real.run('while :; do :; done', {nanoCpus: 300_000_000});
		const percentOf = async (ref: ContainerRef) => {
			const found = await samples(ref, 5);
			return cpuPercent(found.at(1), found.at(-1) as StatsSample);
		};
		const [freePercent, limitedPercent] = await Promise.all([percentOf(free), percentOf(limited)]);
		// How much less than a core it is depends on what else the machine does.
		expect(freePercent).toBeGreaterThan(2);
		expect(freePercent).toBeLessThan(105);
		expect(limitedPercent).toBeGreaterThan(2);
		expect(limitedPercent).toBeLessThan(40);
	});

	test("the percentage is that of docker's own formula on the same answer", async () => {
		const ref = await real.run('while :; do :; done');
		const raw = (await real.get(`/containers/${ref.id}/stats?stream=false`)) as RawStats;
		const {cpu_stats: now, precpu_stats: before} = raw;
		const used = now.cpu_usage.total_usage - before.cpu_usage.total_usage;
		const elapsed = now.system_cpu_usage - before.system_cpu_usage;
		const dockerPercent = (used / elapsed) * now.online_cpus * 100;
		const percent = cpuPercent(
			mapStats({...raw, cpu_stats: before, read: raw.preread}, ref),
			mapStats(raw, ref) as StatsSample,
		);
		// Docker divides by ticks of 10 ms and leaves out time that was stolen from the machine.
		expect(Math.abs((percent ?? 0) - dockerPercent)).toBeLessThan(3 + dockerPercent / 10);
		expect(percent).toBeGreaterThan(2);
	});
};
