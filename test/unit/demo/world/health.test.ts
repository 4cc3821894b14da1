import {describe, expect, test} from 'vitest';
import {World} from '../../../../source/demo/world/world.ts';
import {containerIn, nowMillis, sceneOf} from './scene.ts';

describe('probes', () => {
	test('their results are kept, at most five, newest last', async () => {
		const {container, pass} = sceneOf('shop-api-1');
		const {health} = container;
		expect(health?.log).toHaveLength(5);
		const last = health?.log.at(-1);
		await pass(10_000);
		expect(health?.log).toHaveLength(5);
		expect(health?.log.at(-2)).toBe(last);
		expect(health?.log.at(-1)).toMatchObject({
			exitCode: 0,
			output: expect.stringContaining('"ok"'),
		});
	});

	test('make the exec noise of a real engine', async () => {
		const {world, container, pass} = sceneOf('shop-api-1');
		await pass(10_000);
		const noise = world.hub.past
			.filter(event => event.id === container.id && event.action.startsWith('exec_'))
			.slice(-3);
		expect(noise.map(({action}) => action.split(':')[0])).toEqual([
			'exec_create',
			'exec_start',
			'exec_die',
		]);
		expect(new Set(noise.map(({attributes}) => attributes['execID'])).size).toBe(1);
	});

	test('that always fail raise the streak', async () => {
		const {container, pass, actions} = sceneOf('shop-mailer-1');
		const before = container.health?.failingStreak ?? 0;
		expect(before).toBeGreaterThan(100);
		await pass(30_000);
		expect(container.health).toMatchObject({status: 'unhealthy', failingStreak: before + 3});
		expect(container.health?.log.at(-1)).toMatchObject({exitCode: 1});
		expect(actions()).toEqual([]);
	});

	test('turn a starting container healthy, and say so', async () => {
		const {container, pass, actions} = sceneOf('shop-web-1');
		expect(container.health?.status).toBe('starting');
		await pass(40_000);
		expect(container.health?.status).toBe('healthy');
		expect(actions()).toEqual(['health_status: healthy']);
	});

	test('failures within the start period do not count', () => {
		const world = new World({nowMillis});
		expect(containerIn(world, 'shop-web-1').health).toMatchObject({failingStreak: 0});
		expect(containerIn(world, 'shop-web-1').health?.log.at(-1)?.exitCode).toBe(1);
	});
});
