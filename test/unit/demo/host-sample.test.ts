import {describe, expect, test} from 'vitest';
import {hostSampleAt} from '../../../source/demo/host-sample.ts';
import {restartContainer} from '../../../source/demo/world/lifecycle.ts';
import {usageAt} from '../../../source/demo/world/usage.ts';
import {World} from '../../../source/demo/world/world.ts';
import {nowMillis, sceneOf} from './world/scene.ts';

const valuesOver = (
	seconds: number,
	figure: 'cpuPercent' | 'memoryUsedBytes' | 'netRxPerSecond',
) => {
	const world = new World({nowMillis});
	return Array.from(
		{length: seconds},
		(_, second) => hostSampleAt(world, nowMillis + second * 1000)[figure] ?? Number.NaN,
	);
};

describe('the machine of the demo', () => {
	test('is as busy as its containers are, and a little by itself', () => {
		const world = new World({nowMillis});
		const used = world.containers.reduce((sum, container) => {
			const now = usageAt(container, nowMillis)?.cpuNanos ?? 0;
			return sum + now - (usageAt(container, nowMillis - 1000)?.cpuNanos ?? 0);
		}, 0);
		const {cpuPercent = Number.NaN, cpus = Number.NaN} = hostSampleAt(world, nowMillis);
		expect((cpuPercent / 100) * cpus).toBeCloseTo(used / 1e9 + 0.15, 6);
	});

	test('moves, within what a machine can do', () => {
		const cpu = valuesOver(120, 'cpuPercent');
		expect(Math.min(...cpu)).toBeGreaterThan(2);
		expect(Math.max(...cpu)).toBeLessThan(60);
		expect(Math.max(...cpu) / Math.min(...cpu)).toBeGreaterThan(1.5);
		for (const bytes of valuesOver(120, 'memoryUsedBytes')) {
			expect(bytes).toBeGreaterThan(3 * 2 ** 30);
			expect(bytes).toBeLessThan(31 * 2 ** 30);
		}
		for (const rate of valuesOver(120, 'netRxPerSecond')) expect(rate).toBeGreaterThan(1000);
	});

	test('a restart is neither a hole nor a spike', async () => {
		const {world, container, pass} = sceneOf('shop-postgres-1');
		const before = hostSampleAt(world, world.nowMillis);
		const restarted = restartContainer(world, container, 10);
		for (let step = 0; step < 40; step++) {
			await pass(50);
			const sample = hostSampleAt(world, world.nowMillis);
			expect(sample.cpuPercent).toBeLessThan((before.cpuPercent ?? 0) + 15);
			expect(sample.netTxPerSecond).toBeGreaterThan(1000);
			expect(sample.diskWritePerSecond).toBeLessThan(50 * 2 ** 20);
		}
		await restarted;
	});
});
