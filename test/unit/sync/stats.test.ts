import {describe, expect, test} from 'vitest';
import {EngineError} from '../../../source/model/engine-error.ts';
import {aContainer, aSample, exited, keyOf, startMillis} from '../../helpers/builders.ts';
import {changed, died} from '../../helpers/engine-events.ts';
import {lastSeconds} from '../../helpers/last-seconds.ts';
import {Watcher} from '../../helpers/watcher.ts';

const containers = [aContainer('api'), aContainer('db'), aContainer('old', exited())];

const api = keyOf('api');

const usage = (watcher: Watcher) => watcher.user.state.usages.get(api);

const at = (seconds: number): number => startMillis + seconds * 1000;

/** The engine hands over counters; `cpuMillis` is used since the start of the container. */
const sampled = async (watcher: Watcher, seconds: number, cpuMillis: number): Promise<void> => {
	watcher.engine.sample(aSample('api', at(seconds), cpuMillis, {netRxBytes: cpuMillis * 10}));
	await watcher.pass();
};

test('CPU and rates come from two samples of our own', async () => {
	const watcher = await Watcher.begin(containers);
	await sampled(watcher, 0, 5000);
	expect(usage(watcher)).not.toHaveProperty('cpuPercent');
	expect(usage(watcher)?.sample.memoryUsedBytes).toBe(50_000_000);
	await sampled(watcher, 2, 8000);
	expect(usage(watcher)?.cpuPercent).toBe(150);
	expect(usage(watcher)?.netRxPerSecond).toBe(15_000);
});

test('the charts get every sample', async () => {
	const watcher = await Watcher.begin(containers);
	await sampled(watcher, 0, 0);
	await watcher.pass(1000);
	await sampled(watcher, 1, 400);
	const cpu = watcher.user.history.container(api, 'cpu');
	expect(lastSeconds(cpu, watcher.clock.now(), 2)).toEqual([undefined, 40]);
});

test('a counter that went back, as after a restart, is no figure', async () => {
	const watcher = await Watcher.begin(containers);
	await sampled(watcher, 0, 9000);
	await sampled(watcher, 1, 10);
	expect(usage(watcher)).not.toHaveProperty('cpuPercent');
	expect(usage(watcher)).not.toHaveProperty('netRxPerSecond');
	await sampled(watcher, 2, 510);
	expect(usage(watcher)?.cpuPercent).toBe(50);
});

test('what has a process is sampled, and that set may change at any time', async () => {
	const watcher = await Watcher.begin([...containers, aContainer('idle', {state: 'paused'})]);
	expect(watcher.engine.sampled).toEqual(['api', 'db', 'idle']);
	watcher.becomes(aContainer('api', exited()), aContainer('new'));
	watcher.engine.emit(changed('new'));
	await watcher.pass(200);
	expect(watcher.engine.sampled).toEqual(['new']);
});

test('a sample that comes after the end of its container is not shown', async () => {
	const watcher = await Watcher.begin(containers);
	await sampled(watcher, 0, 1000);
	watcher.becomes(aContainer('api', exited(137)));
	watcher.engine.emit(died('api'));
	await watcher.pass(200);
	await sampled(watcher, 1, 2000);
	expect(usage(watcher)).toBeUndefined();
});

describe('a container that comes back is not compared with what it was before', () => {
	// More CPU time than before, so that the counter itself does not tell.
	const comesBack = async (watcher: Watcher): Promise<void> => {
		await sampled(watcher, 60, 61_000);
		expect(usage(watcher)).toBeDefined();
		expect(usage(watcher)).not.toHaveProperty('cpuPercent');
		await sampled(watcher, 61, 61_500);
		expect(usage(watcher)?.cpuPercent).toBe(50);
	};

	test('after a restart so quick that no list shows it', async () => {
		const watcher = await Watcher.begin(containers);
		await sampled(watcher, 0, 1000);
		watcher.engine.emit(died('api'), changed('api'));
		await watcher.pass();
		await comesBack(watcher);
	});

	test('after a while of which only a list told', async () => {
		const watcher = await Watcher.begin(containers);
		await sampled(watcher, 0, 1000);
		watcher.becomes(aContainer('api', exited()), aContainer('db'));
		await watcher.pass(31_000);
		watcher.becomes(...containers);
		await watcher.pass(31_000);
		await comesBack(watcher);
	});

	test('also when a late sample of its life before came in between', async () => {
		const watcher = await Watcher.begin(containers);
		await sampled(watcher, 0, 1000);
		watcher.becomes(aContainer('api', exited(137)));
		watcher.engine.emit(died('api'));
		await watcher.pass(200);
		await sampled(watcher, 1, 2000);
		watcher.becomes(...containers);
		watcher.engine.emit(changed('api'));
		await watcher.pass(200);
		await comesBack(watcher);
	});
});

describe('a sampler in trouble', () => {
	test.each([
		['ends', undefined],
		['fails', new EngineError('internal', 'cgroup is gone')],
	])('that %s begins again, and the connection stays', async (_how, error) => {
		const watcher = await Watcher.begin(containers);
		watcher.engine.breakStats(error);
		await watcher.pass(1000);
		expect(watcher.engine.count('stats')).toBe(2);
		expect(watcher.user.state.connection.status).toBe('live');
		await sampled(watcher, 5, 1000);
		expect(usage(watcher)).toBeDefined();
	});

	test('is not asked without pause', async () => {
		const watcher = await Watcher.begin(containers, engine =>
			engine.trouble('stats', new EngineError('internal', 'no')),
		);
		await watcher.pass(10_000);
		expect(watcher.engine.count('stats')).toBeLessThanOrEqual(12);
	});
});

test('after a lost connection the first sample is a first one', async () => {
	const watcher = await Watcher.begin(containers);
	await sampled(watcher, 0, 1000);
	watcher.engine.crash();
	await watcher.pass();
	watcher.engine.recover();
	await watcher.pass(3000);
	await sampled(watcher, 100, 2000);
	expect(usage(watcher)).not.toHaveProperty('cpuPercent');
});

test('the machine is sampled beside it', async () => {
	const watcher = await Watcher.begin(containers);
	const sample = {atMillis: watcher.clock.now(), origin: 'local', cpuPercent: 12} as const;
	watcher.sampleHost(sample);
	await watcher.pass();
	expect(watcher.user.state.host).toEqual(sample);
	expect(lastSeconds(watcher.user.history.host('cpu'), watcher.clock.now(), 1)).toEqual([12]);
});
