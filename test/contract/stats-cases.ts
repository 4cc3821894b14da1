import {expect, test} from 'vitest';
import type {ContainerRef} from '../../source/model/ids.ts';
import type {StatsSample} from '../../source/model/stats-sample.ts';
import {containerUsage} from '../../source/model/usage.ts';
import {targetOf} from '../helpers/fake-stats-source.ts';
import {until} from '../helpers/until.ts';
import {type Contract, openSockets} from './subject.ts';

const times = {atMillis: 0, intervalMillis: 500};

export const statsCases = (contract: Contract): void => {
	/** Takes batches until there are enough samples of one container. */
	const samplesOf = async (
		ref: ContainerRef,
		count: number,
		targets: () => readonly ContainerRef[] = () => [ref],
	): Promise<StatsSample[]> => {
		const found: StatsSample[] = [];
		const options = {targets: () => targets().map(ref => targetOf(ref)), intervalMillis: 500};
		for await (const batch of contract.engine.stats(options, contract.signal)) {
			expect(new Set(batch.map(sample => sample.ref.id)).size).toBe(batch.length);
			found.push(...batch.filter(sample => sample.ref.id === ref.id));
			if (found.length >= count) return found;
		}
		return found;
	};

	test('the second sample gives a percentage, and counters only grow', async () => {
		const ref = await contract.cast.talker();
		const [first, second, third] = await samplesOf(ref, 3);
		if (!first || !second || !third) throw new Error('too few samples');
		expect(containerUsage(undefined, first, times)).not.toHaveProperty('cpuPercent');
		for (const [previous, current] of [
			[first, second],
			[second, third],
		] as const) {
			expect(current.readAtNanos).toBeGreaterThan(previous.readAtNanos);
			expect(current.cpuTotalNanos).toBeGreaterThanOrEqual(previous.cpuTotalNanos ?? 0);
			expect(containerUsage(previous, current, times).cpuPercent).toBeGreaterThanOrEqual(0);
		}
	});

	test('levels are believable', async () => {
		const [sample] = await samplesOf(await contract.cast.talker(), 1);
		expect(sample?.memoryUsedBytes).toBeGreaterThan(0);
		expect(sample?.memoryUsedBytes).toBeLessThan(sample?.memoryLimitBytes ?? 0);
		expect(sample?.pids).toBeGreaterThan(0);
	});

	test('one that is stopped or unknown is left out and holds up nobody', async () => {
		const running = await contract.cast.idle();
		const stopped = await contract.cast.ended();
		const unknown = {...stopped, id: 'e'.repeat(64)};
		const seen = new Set<string>();
		const options = {
			targets: () => [stopped, unknown, running].map(ref => targetOf(ref)),
			intervalMillis: 500,
		};
		let batches = 0;
		for await (const batch of contract.engine.stats(options, contract.signal)) {
			for (const {ref} of batch) seen.add(ref.id);
			if (++batches === 3) break;
		}
		expect([...seen]).toEqual([running.id]);
	});

	test('a target that comes later is sampled too', async () => {
		const first = await contract.cast.talker();
		const second = await contract.cast.idle();
		let targets = [first];
		const samples = samplesOf(second, 2, () => targets);
		await samplesOf(first, 1);
		targets = [first, second];
		expect(await samples).toHaveLength(2);
	});

	test('one that stops disappears and comes back with its start', async () => {
		const ref = await contract.cast.idle();
		await samplesOf(ref, 1);
		await contract.engine.act(ref, {verb: 'stop'}, contract.signal);
		await contract.engine.act(ref, {verb: 'start'}, contract.signal);
		expect(await samplesOf(ref, 2)).toHaveLength(2);
	});

	test('an abort ends it quietly and frees the sockets', async () => {
		const ref = await contract.cast.talker();
		const options = {targets: () => [targetOf(ref)], intervalMillis: 500};
		const sampleTwice = async () => {
			const controller = new AbortController();
			let batches = 0;
			for await (const _batch of contract.engine.stats(options, controller.signal))
				if (++batches === 2) controller.abort();
			expect(batches).toBe(2);
		};
		await sampleTwice();
		// What one round keeps open for the next one to use is not a leak.
		const kept = openSockets();
		for (let round = 0; round < 3; round++) await sampleTwice();
		await until(() => openSockets() <= kept, 'the sockets to be closed');
	});
};
