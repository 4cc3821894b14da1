import {describe, expect, test} from 'vitest';
import {demoEngine, frozenDemo} from '../../../helpers/demo-engine.ts';
import {until} from '../../../helpers/until.ts';
import {call, framesIn, get, notice, openStream, post} from '../wire.ts';

const both = 'stdout=1&stderr=1';

const read = async (...args: Parameters<typeof openStream>) => {
	const stream = await openStream(...args);
	await until(() => stream.state() === 'ended', 'the end of the log');
	return stream;
};

const stamped = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z) (.*)\n$/;

describe('logs', () => {
	test('are frames of both streams, a chunk an entry', async () => {
		const {engine} = await frozenDemo();
		const stream = await read(engine, `/containers/shop-api-1/logs?${both}&tail=300`);
		expect(stream.headers['content-type']).toBe('application/vnd.docker.multiplexed-stream');
		const frames = framesIn(Buffer.concat(stream.chunks));
		expect(frames).toHaveLength(300);
		expect(new Set(frames.map(frame => frame.stream))).toEqual(new Set(['stdout', 'stderr']));
		for (const {text} of frames) expect(text).toMatch(/^.*\n$/);
	});

	test('of one stream only', async () => {
		const {engine} = await frozenDemo();
		const {chunks} = await read(engine, '/containers/shop-api-1/logs?stderr=1&tail=300');
		const frames = framesIn(Buffer.concat(chunks));
		expect(new Set(frames.map(({stream}) => stream))).toEqual(new Set(['stderr']));
	});

	test('with time stamps of nine decimals, in order', async () => {
		const {engine} = await frozenDemo();
		const {chunks} = await read(engine, `/containers/shop-web-1/logs?${both}&timestamps=1`);
		const stamps = framesIn(Buffer.concat(chunks)).map(({text}) => stamped.exec(text)?.[1] ?? text);
		expect(stamps.length).toBeGreaterThan(20);
		expect(stamps).toEqual(stamps.toSorted());
	});

	test('of a terminal are raw lines with CR LF', async () => {
		const {engine} = await frozenDemo();
		const stream = await read(engine, `/containers/scratchpad/logs?${both}&tail=6`);
		expect(stream.headers['content-type']).toBe('application/vnd.docker.raw-stream');
		expect(stream.text()).toMatch(/^(>>> len\(orders\.pending\(\)\)\r\n\d+\r\n)+$/);
	});

	test('name no type before API 1.42', async () => {
		const {engine} = await frozenDemo();
		const stream = await read(engine, `/v1.41/containers/shop-api-1/logs?${both}&tail=1`);
		expect(stream.headers).not.toHaveProperty('content-type');
	});

	test('since and until cut out a piece, both ends included', async () => {
		const {engine} = await frozenDemo();
		const all = await read(engine, `/containers/shop-api-1/logs?${both}&timestamps=1&tail=100`);
		const lines = framesIn(Buffer.concat(all.chunks)).map(({text}) => text);
		const nanosOf = (line: string | undefined) => {
			const [, date = '', fraction = ''] = /^(.{19})\.(\d{9})Z/.exec(line ?? '') ?? [];
			return `${Date.parse(`${date}Z`) / 1000}.${fraction}`;
		};
		const query = `${both}&timestamps=1&since=${nanosOf(lines[40])}&until=${nanosOf(lines[60])}`;
		const piece = await read(engine, `/containers/shop-api-1/logs?${query}`);
		expect(framesIn(Buffer.concat(piece.chunks)).map(({text}) => text)).toEqual(
			lines.slice(40, 61),
		);
	});

	test('tail=0 gives nothing', async () => {
		const {engine} = await frozenDemo();
		expect((await read(engine, `/containers/shop-api-1/logs?${both}&tail=0`)).text()).toBe('');
	});

	test.each([
		[
			`/containers/shop-api-1/logs?${both}&until=x`,
			500,
			'strconv.ParseInt: parsing "x": invalid syntax',
		],
		[
			`/containers/shop-api-1/logs?${both}&since=2026-11-23T01:00:00Z`,
			500,
			'strconv.ParseInt: parsing "2026-11-23T01:00:00Z": invalid syntax',
		],
		['/containers/shop-api-1/logs', 400, 'Bad parameters: you must choose at least one stream'],
		[
			`/containers/observe-beacon-1/logs?${both}`,
			501,
			'configured logging driver does not support reading',
		],
		[`/containers/nobody/logs?${both}`, 404, 'No such container: nobody'],
	])('%s: %i', async (path, status, message) => {
		const {engine} = await frozenDemo();
		expect(await get(engine, path)).toMatchObject({status, json: {message}});
	});
});

describe('following', () => {
	test('brings every later entry exactly once', async () => {
		const {engine, clock} = await frozenDemo();
		const path = '/containers/shop-api-1/logs';
		const stream = await openStream(engine, `${path}?${both}&timestamps=1&follow=1&tail=0`);
		expect(stream.status).toBe(200);
		const begin = clock.nowMillis;
		for (let step = 0; step < 40; step++) {
			clock.nowMillis += 270;
			await notice(engine);
		}
		const whole = await read(engine, `${path}?${both}&timestamps=1&since=${begin / 1000}`);
		expect(whole.text()).not.toBe('');
		await until(() => stream.text().length >= whole.text().length, 'all entries');
		expect(stream.text()).toBe(whole.text());
	});

	test('its headers come at once for a silent container', async () => {
		const {engine} = await frozenDemo();
		const stream = await openStream(
			engine,
			`/containers/shop-redis-1/logs?${both}&follow=1&tail=0`,
		);
		expect(stream).toMatchObject({status: 200, chunks: []});
	});

	test('ends with the container, after its last words', async () => {
		const engine = await demoEngine();
		const stream = await openStream(
			engine,
			`/containers/shop-redis-1/logs?${both}&follow=1&tail=0`,
		);
		await post(engine, '/containers/shop-redis-1/restart');
		await until(() => stream.state() === 'ended', 'the end');
		expect(stream.text()).toContain('bye bye');
		expect(stream.text()).not.toContain('Redis is starting');
	});

	test('of a stopped container ends at once', async () => {
		const {engine} = await frozenDemo();
		const stream = await read(engine, `/containers/billing-report-1/logs?${both}&follow=1&tail=3`);
		expect(stream.chunks).toHaveLength(3);
	});

	test('ends at until', async () => {
		const {engine, clock} = await frozenDemo();
		const end = clock.nowMillis / 1000 + 5;
		const path = `/containers/shop-api-1/logs?${both}&follow=1&tail=0&until=${end}`;
		const stream = await openStream(engine, path);
		await until(async () => {
			clock.nowMillis += 1000;
			await notice(engine);
			return stream.state() === 'ended';
		}, 'the end');
		expect(framesIn(Buffer.concat(stream.chunks)).length).toBeGreaterThan(5);
	});

	test('ends when the container is removed', async () => {
		const engine = await demoEngine();
		const stream = await openStream(engine, `/containers/registry/logs?${both}&follow=1&tail=1`);
		await call(engine, 'DELETE', '/containers/registry?force=1');
		await until(() => stream.state() === 'ended', 'the end');
	});

	test('two readers do not disturb each other', async () => {
		const {engine, clock} = await frozenDemo();
		const path = `/containers/shop-web-1/logs?${both}&follow=1&tail=5`;
		const [one, two] = [await openStream(engine, path), await openStream(engine, path)];
		clock.nowMillis += 3000;
		await notice(engine);
		await until(() => one.chunks.length > 8, 'more entries');
		one.close();
		clock.nowMillis += 3000;
		await notice(engine);
		const heard = one.chunks.length;
		await until(() => two.chunks.length > heard, 'entries after the other left');
	});
});
