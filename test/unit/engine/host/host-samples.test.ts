import {expect, test} from 'vitest';
import {hostSamples} from '../../../../source/engine/host/host-samples.ts';
import {wait} from '../../../../source/engine/wait.ts';
import type {EngineInfo} from '../../../../source/model/engine-info.ts';
import type {HostSample} from '../../../../source/model/host-sample.ts';

const remote: EngineInfo = {
	endpoint: 'tcp://far:2375',
	source: '--host',
	product: 'docker',
	apiVersion: '1.41',
	cpus: 64,
	memoryTotalBytes: 1e12,
	isLocal: false,
};

const take = async (
	engine: EngineInfo,
	count: number,
	wantsDetail?: () => boolean,
): Promise<HostSample[]> => {
	const controller = new AbortController();
	const samples: HostSample[] = [];
	for await (const sample of hostSamples(
		engine,
		life => wait(300, life),
		controller.signal,
		wantsDetail,
	)) {
		samples.push(sample);
		if (samples.length === count) controller.abort();
	}
	return samples;
};

test('of a remote engine only what it tells is known, and nothing of this machine', async () => {
	const [sample, ...more] = await take(remote, 1);
	expect(sample).toEqual({
		atMillis: expect.any(Number),
		origin: 'engine',
		cpus: 64,
		memoryTotalBytes: 1e12,
	});
	expect(more).toEqual([]);
});

test('the demo engine is never this machine', async () => {
	const demo: EngineInfo = {...remote, endpoint: 'unix:///tmp/demo.sock', source: 'demo'};
	expect((await take(demo, 1))[0]?.origin).toBe('engine');
});

test.runIf(process.platform === 'linux')(
	'of the local engine the first sample has everything, rates too',
	async () => {
		const samples = await take({...remote, isLocal: true}, 2);
		expect(samples).toHaveLength(2);
		for (const sample of samples) {
			expect(sample).toMatchObject({origin: 'local'});
			expect(sample.cpuPercent).toBeGreaterThanOrEqual(0);
			expect(sample.cpuPercent).toBeLessThanOrEqual(100);
			expect(sample.memoryUsedBytes).toBeGreaterThan(0);
			expect(sample.memoryUsedBytes).toBeLessThan(sample.memoryTotalBytes ?? 0);
			expect(sample.netRxPerSecond).toBeGreaterThanOrEqual(0);
			expect(sample.diskReadPerSecond).toBeGreaterThanOrEqual(0);
			expect(sample.rootDiskUsedPercent).toBeGreaterThan(0);
		}
	},
);

test.runIf(process.platform === 'linux')(
	'detail is read only while it is wanted, and has rates at once',
	async () => {
		let asked = 0;
		const samples = await take({...remote, isLocal: true}, 3, () => ++asked === 2);
		expect(samples.map(({detail}) => detail !== undefined)).toEqual([false, true, false]);
		const detail = samples[1]?.detail;
		expect(detail?.coresPercent).toHaveLength(samples[1]?.cpus ?? 0);
		for (const percent of detail?.coresPercent ?? []) expect(percent).toBeGreaterThanOrEqual(0);
		expect(detail?.loads?.[0]).toBeGreaterThanOrEqual(0);
		expect(detail?.uptimeSeconds).toBeGreaterThan(0);
		expect(detail?.memory?.freeBytes).toBeGreaterThan(0);
		const root = detail?.fileSystems?.find(({mountPoint}) => mountPoint === '/');
		expect(root?.usedBytes).toBeLessThan(root?.totalBytes ?? 0);
		for (const {rxPerSecond} of detail?.interfaces ?? [])
			expect(rxPerSecond).toBeGreaterThanOrEqual(0);
	},
);
