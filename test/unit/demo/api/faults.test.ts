import {describe, expect, test} from 'vitest';
import type {Fault} from '../../../../source/demo/api/faults.ts';
import {scriptedFaults} from '../../../../source/demo/faults/scripted.ts';
import {demoEngine, frozenDemo} from '../../../helpers/demo-engine.ts';
import {until} from '../../../helpers/until.ts';
import {call, get, notice, openRaw, openStream, post} from '../wire.ts';

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

	test('an answer without a body never comes, but what was asked for is done', async () => {
		const engine = await demoEngine({
			faults: {match: method => (method === 'POST' ? {cutAt: 0} : undefined)},
		});
		await expect(post(engine, '/containers/registry/pause')).rejects.toThrow('socket hang up');
		const {json} = await get(engine, '/containers/registry/json');
		expect(json).toMatchObject({State: {Status: 'paused'}});
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

/** Events of the answer, by action. */
const actionsIn = (text: string): string[] =>
	text
		.trim()
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line).Action);

describe('a script', () => {
	test('stall: so many bytes, then nothing, and the connection stays', async () => {
		const engine = await demoEngine({faults: scriptedFaults('/containers/json stall at 100')});
		const stream = await openStream(engine, '/containers/json');
		await until(() => stream.text().length === 100, 'the first bytes');
		expect((await get(engine, '/_ping')).text).toBe('OK');
		expect(stream.text()).toHaveLength(100);
		expect(stream.state()).toBe('open');
	});

	test('reset: an RST in the middle of the stream', async () => {
		const engine = await demoEngine({
			listen: 'tcp://127.0.0.1:0',
			faults: scriptedFaults('/containers/*/logs reset at 40'),
		});
		const connection = await openRaw(engine);
		const errors: string[] = [];
		connection.socket.on('error', (error: NodeJS.ErrnoException) => errors.push(error.code ?? ''));
		connection.socket.write('GET /containers/shop-api-1/logs?stdout=1 HTTP/1.1\r\nHost: d\r\n\r\n');
		await until(connection.isClosed, 'the reset');
		expect(errors).toEqual(['ECONNRESET']);
	});

	test('reset on a unix socket: it closes', async () => {
		const engine = await demoEngine({faults: scriptedFaults('* reset at 10')});
		await expect(get(engine, '/info')).rejects.toThrow('aborted');
	});

	test.each([
		['html', /<title>/],
		['empty', /^$/],
		['null', /^null$/],
		['number', /^42$/],
		['half', /^\[\{"Id":/],
		['binary', /\0/],
	])('body %s', async (kind, body) => {
		const engine = await demoEngine({faults: scriptedFaults(`/info body ${kind}`)});
		const answer = await get(engine, '/v1.41/info');
		expect(answer.status).toBe(200);
		expect(answer.text.trimEnd()).toMatch(body);
	});

	test('status: an error in the way of an engine', async () => {
		const engine = await demoEngine({
			faults: scriptedFaults('POST /containers/*/stop status 500 "driver failed"'),
		});
		expect(await post(engine, '/containers/registry/stop')).toMatchObject({
			status: 500,
			json: {message: 'driver failed'},
			headers: {'content-type': 'application/json'},
		});
	});

	test('after, once: a rule has its time', async () => {
		const {engine, clock} = await frozenDemo({
			faults: scriptedFaults('/info status 500 after 10s once'),
		});
		const statuses = async () => [
			(await get(engine, '/info')).status,
			(await get(engine, '/info')).status,
		];
		expect(await statuses()).toEqual([200, 200]);
		clock.nowMillis += 10_000;
		expect(await statuses()).toEqual([500, 200]);
	});

	test('its times count from when it came into force', async () => {
		const {engine, clock} = await frozenDemo();
		clock.nowMillis += 60_000;
		engine.setFaults(scriptedFaults('/info status 500 after 10s'));
		expect((await get(engine, '/info')).status).toBe(200);
		clock.nowMillis += 10_000;
		expect((await get(engine, '/info')).status).toBe(500);
	});

	test('delay and another fault: first the one, then the other', async () => {
		const {engine, clock} = await frozenDemo({
			faults: scriptedFaults('/info delay 5s\n/info status 503'),
		});
		let status = 0;
		void get(engine, '/info').then(answer => {
			status = answer.status;
		});
		await notice(engine);
		expect(status).toBe(0);
		await until(async () => {
			clock.nowMillis += 1000;
			await notice(engine);
			return status === 503;
		}, 'the late error');
	});
});

describe('events', () => {
	const eventsOf = async (script: string): Promise<string[]> => {
		const engine = await demoEngine({faults: scriptedFaults(script)});
		const {Id} = (await get(engine, '/containers/registry/json')).json;
		const filters = encodeURIComponent(JSON.stringify({container: [Id]}));
		const stream = await openStream(engine, `/events?filters=${filters}`);
		for (const verb of ['pause', 'unpause', 'pause', 'unpause'])
			await post(engine, `/containers/registry/${verb}`);
		await call(engine, 'POST', '/containers/registry/rename?name=end');
		await until(() => stream.text().includes('"rename"'), 'the last event');
		return actionsIn(stream.text());
	};

	test('lost, by action', async () => {
		expect(await eventsOf('events pause lost')).toEqual(['unpause', 'unpause', 'rename']);
	});

	test('lost, every second one', async () => {
		expect(await eventsOf('events lost every 2nd')).toEqual(['pause', 'pause', 'rename']);
	});

	test('duplicated', async () => {
		expect(await eventsOf('events unpause duplicated once')).toEqual([
			'pause',
			...['unpause', 'unpause'],
			...['pause', 'unpause', 'rename'],
		]);
	});

	test('replayed when the stream is opened, as many of the wanted ones as are kept', async () => {
		const engine = await demoEngine({faults: scriptedFaults('events replay 3')});
		for (const verb of ['pause', 'unpause', 'pause', 'unpause'])
			await post(engine, `/containers/registry/${verb}`);
		const filters = encodeURIComponent(JSON.stringify({container: ['registry']}));
		const first = await openStream(engine, `/events?filters=${filters}`);
		await until(() => actionsIn(first.text()).length === 3, 'three events');
		expect(actionsIn(first.text())).toEqual(['unpause', 'pause', 'unpause']);
		const again = await openStream(engine, `/events?filters=${filters}`);
		await until(() => again.text() !== '', 'the same');
		expect(again.text()).toBe(first.text());
	});
});

describe('the clock', () => {
	const stampsOf = async (engine: Awaited<ReturnType<typeof demoEngine>>) => {
		const {headers} = await get(engine, '/_ping');
		const {json} = await get(engine, '/containers/shop-api-1/stats?stream=0&one-shot=1');
		return [Date.parse(headers.date ?? ''), Date.parse(json.read)].map(millis =>
			Math.round(millis / 1000),
		);
	};

	test.each(['clock +10m', 'clock -10m'])('%s: header and stamps alike', async script => {
		const {engine, clock} = await frozenDemo({faults: scriptedFaults(script)});
		const wanted = clock.nowMillis / 1000 + (script.includes('+') ? 600 : -600);
		expect(await stampsOf(engine)).toEqual([wanted, wanted]);
	});

	test('jumps ahead, and the world with it', async () => {
		const {engine, clock} = await frozenDemo({faults: scriptedFaults('clock +1h after 5s')});
		const before = clock.nowMillis / 1000;
		expect(await stampsOf(engine)).toEqual([before, before]);
		clock.nowMillis += 5000;
		expect(await stampsOf(engine)).toEqual([before + 3605, before + 3605]);
	});
});

describe('a clock that is put back', () => {
	test('stops nothing: neither that of the machine nor one that was wrong', async () => {
		const {engine, clock} = await frozenDemo({});
		const stamp = async () => Date.parse((await get(engine, '/_ping')).headers.date ?? '');
		const before = await stamp();
		engine.setFaults(scriptedFaults('clock +10m'));
		expect(await stamp()).toBe(before + 600_000);
		engine.setFaults(undefined);
		expect(await stamp()).toBe(before + 600_000);
		clock.nowMillis += 5000;
		expect(await stamp()).toBe(before + 605_000);
		clock.nowMillis -= 3_600_000;
		expect(await stamp()).toBe(before + 605_000);
		clock.nowMillis += 5000;
		expect(await stamp()).toBe(before + 610_000);
	});
});

describe('a range of versions', () => {
	test('is what ping and version say', async () => {
		const engine = await demoEngine({faults: scriptedFaults('api 1.44-1.52')});
		expect((await get(engine, '/_ping')).headers['api-version']).toBe('1.52');
		expect((await get(engine, '/version')).json).toMatchObject({
			ApiVersion: '1.52',
			MinAPIVersion: '1.44',
			Version: '29.0.4',
		});
		expect((await get(engine, '/v1.52/containers/json')).json[0]).toHaveProperty('Health');
	});

	test.each([
		['/v1.53/info', 'client version 1.53 is too new. Maximum supported API version is 1.52'],
		[
			'/v1.43/info',
			'client version 1.43 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version',
		],
		['/v1.43/_ping', 'client version 1.43 is too old.'],
	])('%s is refused', async (path, message) => {
		const engine = await demoEngine({faults: scriptedFaults('api 1.44-1.52')});
		const answer = await get(engine, path);
		expect(answer.status).toBe(400);
		expect(answer.json.message).toContain(message);
		expect(answer.headers['api-version']).toBe('1.52');
	});
});
