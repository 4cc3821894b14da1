import {describe, expect, test} from 'vitest';
import {demoEngine, frozenDemo} from '../../../helpers/demo-engine.ts';
import {until} from '../../../helpers/until.ts';
import {call, get, notice, openStream, post} from '../wire.ts';

const oneShot = (name: string) => `/containers/${name}/stats?stream=0&one-shot=1`;

describe('one-shot', () => {
	test('is immediate, in the shape of cgroup v2', async () => {
		const {engine} = await frozenDemo();
		const answer = await get(engine, oneShot('shop-postgres-1'));
		expect(answer.headers['content-type']).toBe('application/json');
		const {json} = answer;
		expect(json).toMatchObject({
			name: '/shop-postgres-1',
			read: '2026-11-23T10:42:07.000104729Z',
			preread: '0001-01-01T00:00:00Z',
			precpu_stats: {cpu_usage: {total_usage: 0}},
			cpu_stats: {online_cpus: 8},
			memory_stats: {limit: 2 ** 30},
			pids_stats: {current: 14},
		});
		expect(json.cpu_stats.cpu_usage).not.toHaveProperty('percpu_usage');
		expect(json.memory_stats.stats.inactive_file).toBeLessThan(json.memory_stats.usage);
		expect(json.blkio_stats.io_service_bytes_recursive.map(({op}: {op: string}) => op)).toEqual([
			'read',
			'write',
		]);
		expect(json.networks.eth0.rx_bytes).toBeGreaterThan(0);
	});

	test('several networks are several interfaces, and no limit is the machine', async () => {
		const {engine} = await frozenDemo();
		expect(Object.keys((await get(engine, oneShot('shop-api-1'))).json.networks)).toEqual([
			'eth0',
			'eth1',
		]);
		const registry = await get(engine, oneShot('registry'));
		expect(registry.json.memory_stats.limit).toBe((await get(engine, '/info')).json.MemTotal);
		expect(registry.text).toContain('"limit":18446744073709551615');
	});

	test('a stopped container has no figures', async () => {
		const {engine} = await frozenDemo();
		const {json} = await get(engine, oneShot('billing-report-1'));
		expect(json).toMatchObject({
			name: '/billing-report-1',
			read: '0001-01-01T00:00:00Z',
			memory_stats: {},
		});
		expect(json).not.toHaveProperty('networks');
	});

	test('its counters give the load of the curve', async () => {
		const {engine, clock} = await frozenDemo();
		const before = (await get(engine, oneShot('shop-api-1'))).json.cpu_stats;
		clock.nowMillis += 2000;
		const after = (await get(engine, oneShot('shop-api-1'))).json.cpu_stats;
		const used = after.cpu_usage.total_usage - before.cpu_usage.total_usage;
		const system = after.system_cpu_usage - before.system_cpu_usage;
		expect(used / 2e9).toBeGreaterThan(0.05);
		expect(used / 2e9).toBeLessThan(1);
		expect((used / system) * after.online_cpus).toBeCloseTo(used / 2e9, 6);
	});
});

describe('stream', () => {
	test('sends a sample at once and one each second, each with the one before', async () => {
		const {engine, clock} = await frozenDemo();
		const stream = await openStream(engine, '/containers/shop-api-1/stats');
		expect(stream.headers).not.toHaveProperty('content-type');
		await until(() => stream.chunks.length === 1, 'the first sample');
		for (let second = 1; second <= 3; second++) {
			clock.nowMillis += 1000;
			await notice(engine);
			await until(() => stream.chunks.length === second + 1, `sample ${second}`);
		}
		const [first, ...rest] = stream.chunks.map(chunk => JSON.parse(chunk.toString()));
		expect(first.precpu_stats.cpu_usage.total_usage).toBe(0);
		let previous = first;
		for (const sample of rest) {
			expect(sample.preread).toBe(previous.read);
			expect(sample.precpu_stats).toEqual(previous.cpu_stats);
			previous = sample;
		}
	});

	test('does not make up for a gap of hours', async () => {
		const {engine, clock} = await frozenDemo();
		const stream = await openStream(engine, '/containers/shop-api-1/stats');
		await until(() => stream.chunks.length === 1, 'the first sample');
		clock.nowMillis += 3 * 3_600_000;
		await notice(engine);
		await until(
			() => stream.text().includes('"read":"2026-11-23T13:42:07'),
			'a sample after the gap',
		);
		expect(stream.chunks.length).toBeLessThan(9);
	});

	test('falls silent when the container stops and ends when it is removed', async () => {
		const engine = await demoEngine();
		const stream = await openStream(engine, '/containers/shop-redis-1/stats?stream=1');
		await until(() => stream.chunks.length > 0, 'a sample');
		await post(engine, '/containers/shop-redis-1/stop');
		const heard = stream.chunks.length;
		expect(stream.state()).toBe('open');
		await get(engine, '/containers/shop-redis-1/json');
		expect(stream.chunks.length).toBe(heard);
		await call(engine, 'DELETE', '/containers/shop-redis-1');
		await until(() => stream.state() === 'ended', 'the end');
	});
});

test('stream=false has a previous sample, a second older', async () => {
	const {engine, clock} = await frozenDemo();
	const answering = get(engine, '/containers/shop-api-1/stats?stream=false');
	const {json} = await until(async () => {
		clock.nowMillis += 250;
		await notice(engine);
		return Promise.race([answering, Promise.resolve(undefined)]);
	}, 'the answer');
	expect(Date.parse(json.read) - Date.parse(json.preread)).toBe(1000);
	expect(json.precpu_stats.cpu_usage.total_usage).toBeGreaterThan(0);
});

test('stream and one-shot exclude each other', async () => {
	const {engine} = await frozenDemo();
	expect(await get(engine, '/containers/shop-api-1/stats?one-shot=1')).toMatchObject({status: 400});
});
