import {execFile} from 'node:child_process';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {Engine} from '../../source/engine/engine.ts';
import {hasTraffic} from '../../source/model/container-facts.ts';
import {cpuPercent} from '../../source/model/cpu.ts';
import {type ContainerRef, localHost} from '../../source/model/ids.ts';
import type {StatsOrigin, StatsSample} from '../../source/model/stats-sample.ts';
import type {RealEngine} from '../helpers/docker.ts';
import {targetOf} from '../helpers/fake-stats-source.ts';

const reader = join(import.meta.dirname, '../fixtures/read-as-nobody.ts');

/**
 * What both tell in the same way. On version 2 an engine lists no device as long as nothing was read or
 * written, where the file of the kernel is empty.
 */
const levels = ({
	memoryUsedBytes,
	memoryCacheBytes,
	memoryLimitBytes,
	netRxBytes,
	netTxBytes,
	blockReadBytes,
	blockWriteBytes,
	pids,
	cpuPeriods,
}: StatsSample) => ({
	...{memoryUsedBytes, memoryCacheBytes, memoryLimitBytes, netRxBytes, netTxBytes},
	...{blockReadBytes: blockReadBytes || undefined, blockWriteBytes: blockWriteBytes || undefined},
	...{pids, cpuPeriods},
});

/** The same container read from the files of the kernel and asked of the engine. */
export const cgroupCases = (real: RealEngine): void => {
	let engines: Readonly<Record<StatsOrigin, Engine>>;
	const {signal} = new AbortController();
	beforeEach(async () => {
		engines = {
			cgroup: createDockerEngine(real.endpoint, localHost),
			api: createDockerEngine(real.endpoint, localHost, {readsCgroups: false}),
		};
		for (const engine of Object.values(engines)) await engine.connect(signal);
	});
	afterEach(async () => {
		for (const engine of Object.values(engines)) engine.dispose();
		await real.cleanup();
	});

	const samples = async (
		origin: StatsOrigin,
		ref: ContainerRef,
		count: number,
	): Promise<StatsSample[]> => {
		const found: StatsSample[] = [];
		const listed = await engines[origin].list(signal);
		const container = listed.find(each => each.ref.id === ref.id);
		const target = targetOf(ref, {hasTraffic: container && hasTraffic(container, listed)});
		const options = {targets: () => [target], intervalMillis: 500};
		for await (const batch of engines[origin].stats(options, signal)) {
			found.push(...batch);
			if (found.length >= count) break;
		}
		for (const sample of found) expect(sample.origin).toBe(origin);
		return found;
	};

	const first = async (origin: StatsOrigin, ref: ContainerRef) => {
		const [sample] = await samples(origin, ref, 1);
		if (sample === undefined) throw new Error('no sample');
		return levels(sample);
	};

	/** A container at rest changes nothing between two readings. */
	const expectSame = async (ref: ContainerRef) =>
		vi.waitFor(
			async () => {
				const before = await first('cgroup', ref);
				const asked = await first('api', ref);
				expect(before).toEqual(asked);
				return before;
			},
			{timeout: 15_000},
		);

	test('memory, cache, limit and processes are equal, byte for byte', async () => {
		const script = 'head -c 20000000 /dev/zero > /tmp/file; exec sleep 3600';
		const found = await expectSame(await real.run(script));
		expect(found.memoryCacheBytes).toBeGreaterThan(1e6);
	});

	test('traffic of its own network is equal, byte for byte', async ({skip}) => {
		if (!(await hasBridge(real))) return skip('this engine has no bridge network');
		const gateway = "$(ip route | sed -n 's/^default via \\([^ ]*\\).*/\\1/p')";
		const script = `ping -c 3 ${gateway}; exec sleep 3600`;
		const ref = await real.run(script, {network: 'bridge'});
		const found = await expectSame(ref);
		expect(found.netTxBytes).toBeGreaterThan(0);
	});

	test('on the network of the machine it has no traffic of its own', async () => {
		const ref = await real.run('exec sleep 3600', {network: 'host'});
		const found = await expectSame(ref);
		expect(found.netRxBytes).toBeUndefined();
	});

	test('a limited loop takes the same share of the CPU both ways', async () => {
		const ref = await real.run('while :; do :; done', {nanoCpus: 200_000_000});
		const percent = async (origin: StatsOrigin) => {
			const found = await samples(origin, ref, 6);
			return cpuPercent(found.at(1), found.at(-1) as StatsSample) ?? Number.NaN;
		};
		const [read, asked] = await Promise.all([percent('cgroup'), percent('api')]);
		// They look at different seconds; the limit keeps them alike. Two points at rest, `npm run
		// parity` measures that; here the machine may be busy with other tests.
		expect(Math.abs(read - asked)).toBeLessThan(10);
		const [sample] = await samples('cgroup', ref, 1);
		expect(sample?.cpuThrottledPeriods).toBeGreaterThan(0);
	});

	test('a user without any rights reads the same', async ({skip}) => {
		if (process.getuid?.() !== 0) return skip('only root can become nobody');
		const ref = await real.run('exec sleep 3600');
		// The kernel gives back memory of the start some time later, and the reader takes a while to begin.
		await vi.waitFor(
			async () => {
				const {stdout} = await promisify(execFile)(process.execPath, [reader, ref.id]);
				const {user, samples: found} = JSON.parse(stdout);
				expect(user).toBe(65_534);
				expect(found).toHaveLength(1);
				expect({...levels(found[0]), netRxBytes: undefined, netTxBytes: undefined}).toEqual(
					await first('api', ref),
				);
			},
			{timeout: 15_000},
		);
	});
};

const hasBridge = async (real: RealEngine): Promise<boolean> => {
	const {Driver: driver} = (await real.get('/networks/bridge')) as {Driver?: string};
	return driver === 'bridge';
};
