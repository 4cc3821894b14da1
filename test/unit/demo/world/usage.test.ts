import {describe, expect, test} from 'vitest';
import {busynessAt, usageAt} from '../../../../source/demo/world/usage.ts';
import {World} from '../../../../source/demo/world/world.ts';
import {containerIn, nowMillis} from './scene.ts';

const world = new World({nowMillis, containers: 60});
const running = world.containers.filter(({state}) => state === 'running');

/** Percent of one core over each of so many seconds. */
const cpuPercents = (name: string, count: number) => {
	const container = containerIn(world, name);
	const at = (second: number) =>
		usageAt(container, nowMillis + second * 1000)?.cpuNanos ?? Number.NaN;
	return Array.from({length: count}, (_, second) => (at(second + 1) - at(second)) / 1e7);
};

describe('usage', () => {
	test('counters grow, whoever looks', () => {
		for (const container of running) {
			const before = usageAt(container, nowMillis);
			const after = usageAt(container, nowMillis + 7000);
			if (!before || !after) throw new Error(`${container.name} has no usage`);
			for (const counter of [
				'netRxBytes',
				'netTxBytes',
				'blockReadBytes',
				'blockWriteBytes',
			] as const)
				expect(after[counter], container.name).toBeGreaterThanOrEqual(before[counter]);
			expect(after.cpuNanos, container.name).toBeGreaterThan(before.cpuNanos);
		}
	});

	test('stays within the limits, with its cache inside', () => {
		for (const container of running)
			for (const hours of [0, 1, 100]) {
				const usage = usageAt(container, nowMillis + hours * 3_600_000);
				expect(usage?.memoryBytes).toBeGreaterThan(0);
				expect(usage?.memoryBytes).toBeLessThanOrEqual(container.limits.memoryBytes ?? 2 ** 33);
				expect(usage?.cacheBytes, container.name).toBeLessThan(usage?.memoryBytes ?? 0);
			}
	});

	test('the API is busy in bursts, the database calm', () => {
		const api = cpuPercents('shop-api-1', 300);
		const postgres = cpuPercents('shop-postgres-1', 300);
		expect(Math.max(...api) / Math.min(...api)).toBeGreaterThan(2);
		expect(Math.max(...api)).toBeLessThan(100);
		expect(Math.max(...postgres)).toBeLessThan(6);
		expect(Math.min(...api)).toBeGreaterThan(Math.max(...postgres));
	});

	test('replicas do not move in step', () => {
		expect(cpuPercents('shop-worker-1', 60)).not.toEqual(cpuPercents('shop-worker-2', 60));
	});

	test('is unknown without a process', () => {
		expect(usageAt(containerIn(world, 'billing-report-1'), nowMillis)).toBeUndefined();
	});

	test('busyness is 1 on average', () => {
		const api = containerIn(world, 'shop-api-1');
		const values = Array.from({length: 3000}, (_, second) =>
			busynessAt(api, nowMillis + second * 1000),
		);
		expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(1, 1);
	});
});
