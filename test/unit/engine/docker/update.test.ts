import {describe, expect, test} from 'vitest';
import type {Call, Client} from '../../../../source/engine/docker/client.ts';
import {updateBody} from '../../../../source/engine/docker/update.ts';
import type {LimitsChange} from '../../../../source/model/act/container-action.ts';
import {refOf} from '../../../helpers/builders.ts';

const {signal} = new AbortController();

/** What is asked for, of a container with this HostConfig on a machine with these figures. */
const bodyFor = async (limits: LimitsChange, hostConfig: object = {}, info: object = {NCPU: 8}) => {
	const asked: string[] = [];
	const client = {
		async askJson({path}: Call) {
			asked.push(path);
			return path === '/info' ? info : {HostConfig: hostConfig};
		},
	} as unknown as Client;
	return {body: await updateBody(client, refOf('api'), {verb: 'update', limits}, signal), asked};
};

describe('CPU', () => {
	test('is limited in the way that the container has', async () => {
		const {body} = await bodyFor({cpus: 0.29}, {NanoCpus: 500_000_000});
		expect(body).toEqual({NanoCpus: 290_000_000});
		const quota = {CpuQuota: 50_000, CpuPeriod: 50_000};
		expect((await bodyFor({cpus: 0.5}, quota)).body).toEqual({CpuQuota: 25_000});
		expect((await bodyFor({cpus: 0.5}, {CpuQuota: -1})).body).toEqual({CpuQuota: 50_000});
		expect((await bodyFor({cpus: 0.5})).body).toEqual({NanoCpus: 500_000_000});
	});

	test('without a limit is all cores, or no quota where there was one', async () => {
		expect((await bodyFor({cpus: 0}, {NanoCpus: 1})).body).toEqual({NanoCpus: 8_000_000_000});
		expect((await bodyFor({cpus: 0}, {CpuQuota: 50_000})).body).toEqual({CpuQuota: -1});
	});
});

test('memory takes its swap with it, and needs to ask nothing', async () => {
	const {body, asked} = await bodyFor({memoryBytes: 1000, pids: 0});
	expect(body).toEqual({Memory: 1000, MemorySwap: 1000, PidsLimit: 0});
	expect(asked).toEqual([]);
});

test('memory without a limit is all of the machine', async () => {
	const {body} = await bodyFor({memoryBytes: 0}, {}, {MemTotal: 4096});
	expect(body).toEqual({Memory: 4096, MemorySwap: 4096});
});

test('an engine that does not say how much there is cannot take a limit away', async () => {
	await expect(bodyFor({memoryBytes: 0}, {}, {})).rejects.toMatchObject({
		kind: 'protocol',
		isUnsent: true,
	});
});
