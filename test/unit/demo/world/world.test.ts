import {describe, expect, test} from 'vitest';
import {startContainer} from '../../../../source/demo/world/lifecycle.ts';
import {usageAt} from '../../../../source/demo/world/usage.ts';
import {World} from '../../../../source/demo/world/world.ts';
import {containerIn, nowMillis} from './scene.ts';

const picture = (world: World) =>
	world.containers.map(container => ({
		...container,
		plans: container.plans.size,
		usage: usageAt(container, world.nowMillis),
	}));

describe('a world', () => {
	test('is the same for the same seed and time', () => {
		const worlds = [1, 2].map(() => new World({nowMillis, seed: 7, containers: 40}));
		const [a, b] = worlds.map(world => {
			world.advance(nowMillis + 30_000);
			return {containers: picture(world), events: world.hub.past};
		});
		expect(a).toEqual(b);
	});

	test('differs between seeds', () => {
		const ids = (seed: number) => new World({nowMillis, seed}).containers.map(({id}) => id);
		expect(ids(1)).not.toEqual(ids(2));
	});

	test('does not depend on how often it was asked', () => {
		const [often, once] = [1, 2].map(() => new World({nowMillis}));
		for (let at = nowMillis; at < nowMillis + 20_000; at += 70) {
			often?.advance(at);
			if (often) picture(often);
		}
		for (const world of [often, once]) world?.advance(nowMillis + 20_000);
		expect(often && picture(often)).toEqual(once && picture(once));
	});

	test('holds every state that a monitor has to show', () => {
		const world = new World({nowMillis});
		const shown = world.containers.map(({name, state, health}) =>
			`${name} ${state} ${health?.status ?? ''}`.trim(),
		);
		expect(shown).toContain('shop-api-1 running healthy');
		expect(shown).toContain('shop-web-1 running starting');
		expect(shown).toContain('shop-mailer-1 running unhealthy');
		expect(shown).toContain('billing-report-1 exited');
		expect(shown).toContain('observe-locust-1 paused');
		expect(shown.some(line => /^billing-cron-1 (running|restarting)$/.test(line))).toBe(true);
		const projects = new Set(world.containers.map(({spec}) => spec.compose?.project));
		expect(projects).toEqual(new Set(['shop', 'billing', 'observe', undefined]));
	});

	test('has unique ids, names and addresses', () => {
		const world = new World({nowMillis, containers: 500});
		const {containers} = world;
		expect(containers).toHaveLength(500);
		expect(new Set(containers.map(({id}) => id)).size).toBe(500);
		expect(new Set(containers.map(({name}) => name)).size).toBe(500);
		const addresses = containers.flatMap(one => world.networks.of(one).map(({address}) => address));
		expect(new Set(addresses).size).toBe(addresses.length);
		for (const address of addresses) expect(address).toMatch(/^(172|10)\.\d+\.\d+\.\d+$/);
	});

	test('has stopped containers of old projects besides, as many as asked for', () => {
		const plain = new World({nowMillis});
		const world = new World({nowMillis, stopped: 3000});
		const old = world.containers.slice(plain.containers.length);
		expect(old).toHaveLength(3000);
		for (const distinct of [old.map(({id}) => id), old.map(({name}) => name)])
			expect(new Set(distinct).size).toBe(3000);
		expect(new Set(old.map(({state}) => state))).toEqual(new Set(['exited', 'created']));
		expect(new Set(old.map(({exitCode}) => exitCode)).size).toBeGreaterThan(5);
		expect(new Set(old.map(({spec}) => spec.compose?.project)).size).toBeGreaterThan(80);
		for (const {name, createdAtMillis, finishedAtMillis, plans} of old) {
			expect(name).toMatch(/^[a-z][a-z0-9-]+$/);
			expect(createdAtMillis).toBeLessThan(finishedAtMillis ?? nowMillis);
			expect(finishedAtMillis ?? 0).toBeLessThan(nowMillis);
			expect(plans.size).toBe(0);
		}
	});

	test('a stopped container of an old project can be started', () => {
		const world = new World({nowMillis, stopped: 10});
		const container = world.containers.at(-1);
		if (!container) throw new Error('no container');
		startContainer(world, container);
		world.advance(nowMillis + 5000);
		expect(container.state).toBe('running');
		expect(usageAt(container, world.nowMillis)?.memoryBytes).toBeGreaterThan(0);
	});

	test('never has fewer than its fixed stacks', () => {
		expect(new World({nowMillis, containers: 3}).containers).toHaveLength(
			new World({nowMillis}).containers.length,
		);
	});

	test('has an hour of past that agrees with what its containers are', () => {
		const world = new World({nowMillis});
		const told = world.hub.past.map(({action, attributes, atNanos}) => ({
			...{action, name: attributes['name']},
			agoMillis: nowMillis - Number(atNanos / 1_000_000n),
		}));
		expect(told.every(({agoMillis}) => agoMillis >= 0 && agoMillis < 3_600_000)).toBe(true);
		const of = (name: string) =>
			told.filter(event => event.name === name).map(({action}) => action);
		expect(of('billing-report-1')).toEqual(['start', 'oom', 'die']);
		expect(of('shop-api-1')).toEqual(['health_status: unhealthy', 'health_status: healthy']);
		const cron = containerIn(world, 'billing-cron-1');
		expect(of('billing-cron-1').filter(action => action === 'die')).toHaveLength(cron.restartCount);
		expect(world.hub.past.map(({atNanos}) => atNanos)).toEqual(
			world.hub.past.map(({atNanos}) => atNanos).toSorted((a, b) => (a < b ? -1 : 1)),
		);
	});

	test('ignores a clock that goes back', () => {
		const world = new World({nowMillis});
		world.advance(nowMillis - 60_000);
		expect(world.nowMillis).toBe(nowMillis);
	});

	test('survives a jump of hours, as after a suspended laptop', () => {
		const world = new World({nowMillis});
		world.advance(nowMillis + 5 * 3_600_000);
		expect(containerIn(world, 'shop-api-1').health?.status).toBe('healthy');
		expect(world.hub.past).toHaveLength(256);
	});
});

describe('find', () => {
	const world = new World({nowMillis});
	const {id} = containerIn(world, 'shop-api-1');

	test.each([id, id.slice(0, 12), 'shop-api-1', '/shop-api-1'])('knows %s', reference => {
		expect(world.find(reference)).toMatchObject({id});
	});

	test('says when nothing or too much fits', () => {
		expect(world.find('nobody')).toBeUndefined();
		expect(world.find('')).toBe('ambiguous');
	});
});
