import {describe, expect, test} from 'vitest';
import type {Fault} from '../../../../source/demo/api/faults.ts';
import {demoEngine, frozenDemo} from '../../../helpers/demo-engine.ts';
import {until} from '../../../helpers/until.ts';
import {get, notice, openRaw, openStream, post} from '../wire.ts';

const onList = (fault: Fault) => ({
	match: (method: string, path: string) =>
		method === 'GET' && path === '/containers/json' ? fault : undefined,
});

describe('scripted faults', () => {
	test('refuse: the connection is cut without a byte', async () => {
		const engine = await demoEngine({faults: onList('refuse')});
		await expect(get(engine, '/v1.47/containers/json?all=1')).rejects.toThrow('socket hang up');
		expect((await get(engine, '/_ping')).status).toBe(200);
	});

	test('hang: nothing comes, while others are answered', async () => {
		const engine = await demoEngine({faults: onList('hang')});
		const connection = await openRaw(engine);
		connection.socket.write('GET /containers/json HTTP/1.1\r\nHost: d\r\n\r\n');
		expect((await get(engine, '/_ping')).text).toBe('OK');
		expect(connection.received()).toBe('');
		expect(connection.isClosed()).toBe(false);
	});

	test('cutAt: so many bytes of the body, then the connection is destroyed', async () => {
		const engine = await demoEngine();
		const {text} = await get(engine, '/containers/json');
		engine.setFaults(onList({cutAt: 100}));
		const connection = await openRaw(engine);
		connection.socket.write('GET /containers/json HTTP/1.1\r\nHost: d\r\n\r\n');
		await until(connection.isClosed, 'the cut');
		const [head = '', body = ''] = connection.received().split('\r\n\r\n');
		expect(head).toMatch(/Content-Length: \d{4,}/);
		expect(body).toBe(text.slice(0, 100));
	});

	test('cutAt 0: the headers only', async () => {
		const engine = await demoEngine({faults: onList({cutAt: 0})});
		await expect(get(engine, '/containers/json')).rejects.toThrow('aborted');
	});

	test('cutAt in a stream: a frame is cut in the middle', async () => {
		const {engine} = await frozenDemo({
			faults: {match: (_method, path) => (path.endsWith('/logs') ? {cutAt: 13} : undefined)},
		});
		const stream = await openStream(engine, '/containers/shop-api-1/logs?stdout=1&stderr=1&tail=5');
		await until(() => stream.state() === 'broken', 'the cut');
		expect(Buffer.concat(stream.chunks)).toHaveLength(13);
	});

	test('body: garbage instead of the answer', async () => {
		const engine = await demoEngine({
			faults: onList({body: '<html>', status: 502, contentType: 'text/html'}),
		});
		const answer = await get(engine, '/containers/json');
		expect(answer).toMatchObject({
			status: 502,
			text: '<html>',
			headers: {'content-type': 'text/html'},
		});
	});

	test('delayMillis: the right answer, later', async () => {
		const {engine, clock} = await frozenDemo({faults: onList({delayMillis: 5000})});
		let status = 0;
		const answering = get(engine, '/containers/json').then(answer => {
			status = answer.status;
		});
		await notice(engine);
		await notice(engine);
		expect(status).toBe(0);
		await until(async () => {
			clock.nowMillis += 1000;
			await notice(engine);
			return status === 200;
		}, 'the late answer');
		await answering;
	});

	test('can be changed while the engine runs', async () => {
		const engine = await demoEngine({faults: onList('refuse')});
		engine.setFaults(undefined);
		expect((await get(engine, '/containers/json')).status).toBe(200);
	});

	test('a cut exec loses its connection, too', async () => {
		const engine = await demoEngine();
		const {json} = await post(engine, '/containers/shop-api-1/exec', {Cmd: ['seq', '100']});
		engine.setFaults({
			match: (_method, path) => (path.endsWith('/start') ? {cutAt: 20} : undefined),
		});
		const connection = await openRaw(engine);
		connection.socket.write(
			`POST /exec/${json.Id}/start HTTP/1.1\r\nHost: d\r\nContent-Length: 2\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n{}`,
		);
		await until(connection.isClosed, 'the cut');
		expect(connection.received().split('\r\n\r\n')[1]).toHaveLength(20);
	});
});

test('cutAll breaks every stream, and the engine goes on', async () => {
	const engine = await demoEngine();
	const streams = await Promise.all(
		['/events', '/containers/shop-api-1/stats'].map(path => openStream(engine, path)),
	);
	engine.cutAll();
	await until(() => streams.every(stream => stream.state() === 'broken'), 'broken streams');
	expect((await get(engine, '/_ping')).status).toBe(200);
});
