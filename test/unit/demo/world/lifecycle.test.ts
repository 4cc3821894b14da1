import {describe, expect, test} from 'vitest';
import {
	killContainer,
	pauseContainer,
	restartContainer,
	startContainer,
	stopContainer,
	unpauseContainer,
} from '../../../../source/demo/world/lifecycle.ts';
import {usageAt} from '../../../../source/demo/world/usage.ts';
import {sceneOf} from './scene.ts';

describe('stop', () => {
	test('heeds the signal: exit 0', async () => {
		const {world, container, actions, pass} = sceneOf('shop-redis-1');
		const stopped = stopContainer(world, container, 10);
		expect(container.state).toBe('running');
		await pass(500);
		await stopped;
		expect(container).toMatchObject({state: 'exited', exitCode: 0, pid: 0});
		expect(actions()).toEqual(['kill 15', 'die 0', 'stop']);
		expect(usageAt(container, world.nowMillis)).toBeUndefined();
	});

	test('a program that takes too long is killed: exit 137', async () => {
		const {world, container, actions, pass} = sceneOf('shop-worker-1');
		const stopped = stopContainer(world, container, 1);
		await pass(1200);
		await stopped;
		expect(container.exitCode).toBe(137);
		expect(actions()).toEqual(['kill 15', 'kill 9', 'die 137', 'stop']);
	});

	test('a second stop waits for the first', async () => {
		const {world, container, actions, pass} = sceneOf('shop-redis-1');
		const both = Promise.all([
			stopContainer(world, container, 10),
			stopContainer(world, container, 10),
		]);
		await pass(500);
		await both;
		expect(actions()).toEqual(['kill 15', 'die 0', 'stop']);
	});

	test('is not undone by the restart policy', async () => {
		const {world, container, pass} = sceneOf('billing-ledger-1');
		expect(container.restartPolicy).toBe('always');
		const stopped = stopContainer(world, container, 10);
		await pass(20_000);
		await stopped;
		expect(container.state).toBe('exited');
	});

	test('a paused container is thawed first', async () => {
		const {world, container, actions, pass} = sceneOf('observe-locust-1');
		const stopped = stopContainer(world, container, 10);
		await pass(500);
		await stopped;
		expect(actions()).toEqual(['unpause', 'kill 15', 'die 0', 'stop']);
	});
});

describe('restart', () => {
	test('goes through stop and start, and health begins anew', async () => {
		const {world, container, actions, pass} = sceneOf('shop-api-1');
		const pidBefore = container.pid;
		const restarted = restartContainer(world, container, 10);
		await pass(1100);
		await restarted;
		expect(actions()).toEqual(['kill 15', 'die 0', 'stop', 'start', 'restart']);
		expect(container.health?.status).toBe('starting');
		expect(container.pid).not.toBe(pidBefore);
		await pass(5000);
		expect(container.health?.status).toBe('healthy');
		expect(actions().at(-1)).toBe('health_status: healthy');
	});

	test('counters begin at zero', async () => {
		const {world, container, pass} = sceneOf('shop-redis-1');
		const before = usageAt(container, world.nowMillis);
		const restarted = restartContainer(world, container, 10);
		await pass(600);
		await restarted;
		const after = usageAt(container, world.nowMillis);
		expect(after?.cpuNanos).toBeLessThan(before?.cpuNanos ?? 0);
		expect(after?.netRxBytes).toBeLessThan(before?.netRxBytes ?? 0);
	});

	test('starts what was stopped', async () => {
		const {world, container, actions, pass} = sceneOf('migrate-0042');
		const restarted = restartContainer(world, container, 10);
		await pass(200);
		await restarted;
		expect(container.state).toBe('running');
		expect(actions()).toEqual(['start', 'restart']);
	});
});

describe('pause', () => {
	test('freezes the CPU and the probes, not the memory', async () => {
		const {world, container, pass, actions} = sceneOf('shop-api-1');
		pauseContainer(world, container);
		const frozen = usageAt(container, world.nowMillis);
		const probes = container.health?.log.length;
		const lastProbe = container.health?.log.at(-1);
		await pass(30_000);
		expect(usageAt(container, world.nowMillis)?.cpuNanos).toBe(frozen?.cpuNanos);
		expect(container.health?.log).toHaveLength(probes ?? 0);
		expect(container.health?.log.at(-1)).toBe(lastProbe);
		unpauseContainer(world, container);
		await pass(5000);
		expect(usageAt(container, world.nowMillis)?.cpuNanos).toBeGreaterThan(frozen?.cpuNanos ?? 0);
		expect(actions()).toEqual(['pause', 'unpause']);
	});
});

describe('kill', () => {
	test('SIGKILL ends it with 137', async () => {
		const {world, container, actions, pass} = sceneOf('shop-redis-1');
		const killed = killContainer(world, container, 9);
		await pass(100);
		await killed;
		expect(container).toMatchObject({state: 'exited', exitCode: 137});
		expect(actions()).toEqual(['kill 9', 'die 137']);
	});

	test('SIGUSR1 is only delivered', async () => {
		const {world, container, actions, pass} = sceneOf('shop-redis-1');
		await killContainer(world, container, 10);
		await pass(200);
		expect(container.state).toBe('running');
		expect(actions()).toEqual(['kill 10']);
	});
});

describe('a program that crashes', () => {
	test('is started again and again, and counted', async () => {
		const {container, actions, pass} = sceneOf('billing-cron-1');
		const before = container.restartCount;
		expect(before).toBeGreaterThanOrEqual(17);
		await pass(60_000);
		expect(container.restartCount).toBeGreaterThanOrEqual(before + 3);
		expect(new Set(actions())).toEqual(new Set(['start', 'die 1']));
		const deaths = actions().filter(action => action === 'die 1').length;
		expect(container.restartCount - before).toBe(deaths);
	});

	test('waits in `restarting`, and stays down when it is stopped there', async () => {
		const {world, container, actions, pass} = sceneOf('billing-cron-1');
		while (container.state !== 'restarting') await pass(500);
		await stopContainer(world, container, 10);
		expect(container.state).toBe('exited');
		const heard = actions().length;
		await pass(30_000);
		expect(actions()).toHaveLength(heard);
	});

	test('a start by hand forgets the count', () => {
		const {world, container} = sceneOf('billing-cron-1');
		startContainer(world, container);
		expect(container.restartCount).toBe(0);
	});

	test('one that runs out of memory is killed by the kernel', async () => {
		const {world, container, actions, pass} = sceneOf('billing-report-1');
		startContainer(world, container);
		expect(container.oomKilled).toBe(false);
		await pass(41_000);
		expect(container).toMatchObject({state: 'exited', exitCode: 137, oomKilled: true});
		expect(actions()).toEqual(['start', 'oom', 'die 137']);
	});
});
