import {describe, expect, test} from 'vitest';
import {collect} from '../../../source/headless/collect.ts';
import {EngineError} from '../../../source/model/engine-error.ts';
import type {HostSample} from '../../../source/model/host-sample.ts';
import {
	aContainer,
	anEngine,
	aSample,
	exited,
	keyOf,
	someDetails,
	startMillis,
} from '../../helpers/builders.ts';
import {Channel} from '../../helpers/channel.ts';
import {FakeClock, settled} from '../../helpers/fake-clock.ts';
import {FakeEngine, unreachable} from '../../helpers/fake-engine.ts';

const containers = [aContainer('api'), aContainer('db'), aContainer('old', exited(1))];

const begin = (engine = new FakeEngine(containers), showsStopped = true) => {
	const clock = new FakeClock();
	const life = new AbortController();
	const hosts: Channel<HostSample>[] = [];
	const ports = {
		engine,
		clock,
		showsStopped,
		hostSampler: (_info: unknown, _pace: unknown, signal: AbortSignal) => {
			const host = new Channel<HostSample>(signal);
			hosts.push(host);
			return host;
		},
	};
	const snapshot = collect(ports, life.signal);
	return {
		engine,
		clock,
		snapshot,
		host: () => hosts[0],
		sample: async (seconds: number, ...names: readonly string[]) => {
			await settled();
			engine.sample(
				...names.map(name => aSample(name, startMillis + seconds * 1000, seconds * 500)),
			);
			await settled();
		},
	};
};

const machine: HostSample = {atMillis: startMillis, origin: 'local', cpuPercent: 12};

test('knows the engine, its machine, and of each container details and figures', async () => {
	const {snapshot, sample, host, engine, clock} = begin();
	engine.details.set('api', someDetails({restartCount: 2}));
	await sample(0, 'api', 'db');
	host()?.push({atMillis: startMillis, origin: 'local'}, machine);
	await sample(1, 'api', 'db');
	const result = await snapshot;
	expect(result.engine).toBe(anEngine);
	expect(result.host).toEqual(machine);
	expect(result.containers.map(({name}) => name)).toEqual(['api', 'db', 'old']);
	expect(result.containers[0]?.details?.restartCount).toBe(2);
	expect(result.usages.get(keyOf('api'))?.cpuPercent).toBe(50);
	expect(result.usages.has(keyOf('old'))).toBe(false);
	expect(clock.sleepers).toBe(0);
	expect(host()?.isClosed).toBe(true);
});

test('may leave out what has stopped, but not what is in a crash loop', async () => {
	const looping = aContainer('looping', {state: 'restarting'});
	const {snapshot, host, engine} = begin(
		new FakeEngine([looping, aContainer('old', exited(1))]),
		false,
	);
	await settled();
	host()?.push(machine);
	expect((await snapshot).containers.map(({name}) => name)).toEqual(['looping']);
	expect(engine.count('inspect old')).toBe(0);
});

test('only what runs is sampled, each until its CPU is known', async () => {
	const {engine, sample} = begin();
	await settled();
	expect(engine.sampled).toEqual(['api', 'db']);
	await sample(0, 'api', 'db');
	await sample(1, 'db');
	expect(engine.sampled).toEqual(['api']);
});

test('a third sample does not change a figure that is known', async () => {
	const {snapshot, sample, host, engine} = begin();
	await sample(0, 'api', 'db');
	await sample(1, 'api');
	engine.sample(aSample('api', startMillis + 9000, 90_000), aSample('db', startMillis + 9000, 1));
	host()?.push(machine);
	expect((await snapshot).usages.get(keyOf('api'))?.cpuPercent).toBe(50);
});

describe('what does not answer keeps unknown figures', () => {
	test('a container', async () => {
		const {snapshot, sample, host, clock} = begin();
		host()?.push(machine);
		await sample(0, 'api');
		await sample(1, 'api');
		await clock.advance(6000);
		const {usages} = await snapshot;
		expect(usages.get(keyOf('api'))?.cpuPercent).toBe(50);
		expect(usages.has(keyOf('db'))).toBe(false);
	});

	test('the machine, or its CPU', async () => {
		const silent = begin(new FakeEngine([]));
		await silent.clock.advance(6000);
		expect(await silent.snapshot).not.toHaveProperty('host');

		const partial = begin(new FakeEngine([]));
		await settled();
		const known: HostSample = {atMillis: startMillis, origin: 'local', memoryUsedBytes: 5};
		partial.host()?.push(known);
		await partial.clock.advance(6000);
		expect((await partial.snapshot).host).toEqual(known);
	});
});

test('a machine that is far away tells only what its engine knows', async () => {
	const {snapshot, host} = begin(new FakeEngine([]));
	await settled();
	host()?.push({atMillis: startMillis, origin: 'engine', cpus: 64});
	expect((await snapshot).host?.cpus).toBe(64);
});

test('an engine without containers has a snapshot too', async () => {
	const {snapshot, host, engine} = begin(new FakeEngine([]));
	await settled();
	host()?.push(machine);
	expect((await snapshot).containers).toEqual([]);
	expect(engine.count('stats')).toBe(0);
});

test.each(['not-found', 'timeout', 'internal'] as const)(
	'a container that cannot be inspected (%s) is told as the list told it',
	async kind => {
		const engine = new FakeEngine([aContainer('old', exited(1)), aContainer('odd', exited(1))]);
		engine.trouble('inspect odd', new EngineError(kind, 'no'));
		const {snapshot, host} = begin(engine);
		await settled();
		host()?.push(machine);
		const {containers: told} = await snapshot;
		expect(told.map(({details}) => details !== undefined)).toEqual([true, false]);
	},
);

test.each(['connect', 'list', 'inspect', 'stats'] as const)(
	'rejects when the engine is lost at %s, and leaves nothing running',
	async call => {
		const engine = new FakeEngine(containers);
		engine.trouble(call, unreachable);
		const {snapshot, clock, host} = begin(engine);
		await expect(snapshot).rejects.toBe(unreachable);
		await settled();
		expect(clock.sleepers).toBe(0);
		expect(host()?.isClosed ?? true).toBe(true);
	},
);
