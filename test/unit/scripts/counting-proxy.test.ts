import {once} from 'node:events';
import {createServer, get, type RequestListener, request, type Server} from 'node:http';
import type {Socket} from 'node:net';
import {text} from 'node:stream/consumers';
import {beforeEach, describe, expect, onTestFinished, test} from 'vitest';
import {
	type CountingProxy,
	countsSince,
	requestName,
	startCountingProxy,
} from '../../../scripts/lib/counting-proxy.ts';
import {temporarySocket} from '../../helpers/demo-engine.ts';
import {until} from '../../helpers/until.ts';

describe('a name of a request', () => {
	test.each([
		['/v1.41/containers/json?all=1', 'GET /containers/json'],
		['/containers/4f2a91c07e55/stats?stream=1', 'GET /containers/{id}/stats'],
		[`/v1.51/exec/${'a'.repeat(64)}/start`, 'GET /exec/{id}/start'],
		['/containers/decade/json', 'GET /containers/decade/json'],
	])('of %s', (url, name) => {
		expect(requestName('GET', url)).toBe(name);
	});
});

test('counts since then are those that grew, most first', () => {
	const before = new Map([
		['a', 1],
		['b', 2],
	]);
	const after = new Map([...before, ['b', 3], ['c', 9]]);
	expect([...countsSince(before, after)]).toEqual([
		['c', 9],
		['b', 1],
	]);
});

describe('the proxy', () => {
	let engine: Server;
	let answer: RequestListener;
	let proxy: CountingProxy;
	let socketPath: string;

	beforeEach(async () => {
		const enginePath = await temporarySocket();
		engine = createServer((incoming, response) => answer(incoming, response));
		await once(engine.listen(enginePath), 'listening');
		socketPath = await temporarySocket();
		proxy = await startCountingProxy(socketPath, enginePath);
		onTestFinished(async () => {
			await proxy.close();
			engine.closeAllConnections();
			engine.close();
		});
	});

	test('passes on method, path, headers, body and answer', async () => {
		answer = async (incoming, response) => {
			const body = await text(incoming);
			response.writeHead(201, 'Made', {'x-kept': 'yes'});
			response.end(`${incoming.method} ${incoming.url} ${incoming.headers['x-sent']} ${body}`);
		};
		const call = request({
			...{socketPath, method: 'POST', path: '/v1.41/containers/create?name=a'},
			headers: {'x-sent': 'too'},
		});
		call.end('{"Image":"b"}');
		const [response] = await once(call, 'response');
		expect([response.statusCode, response.statusMessage]).toEqual([201, 'Made']);
		expect(response.headers['x-kept']).toBe('yes');
		expect(await text(response)).toBe('POST /v1.41/containers/create?name=a too {"Image":"b"}');
		expect([...proxy.counts()]).toEqual([['POST /containers/create', 1]]);
	});

	test('a stream arrives as it comes, headers first, and its end on either side is passed on', async () => {
		let write = (_: string): void => undefined;
		let isGone = false;
		answer = (_, response) => {
			response.flushHeaders();
			write = part => response.write(part);
			response.on('close', () => {
				isGone = true;
			});
		};
		const call = get({socketPath, path: '/events'});
		call.on('error', () => undefined);
		const [response] = await once(call, 'response');
		expect(proxy.openRequests()).toEqual(['GET /events']);
		write('one');
		expect(String((await once(response, 'data'))[0])).toBe('one');
		call.destroy();
		await until(() => isGone && proxy.openRequests().length === 0, 'the end at the engine');
	});

	test('an answer that breaks off breaks off here too', async () => {
		answer = (_, response) => {
			response.write('half');
			response.socket?.destroySoon();
		};
		const [response] = await once(get({socketPath, path: '/info'}), 'response');
		await expect(text(response)).rejects.toThrow('aborted');
	});

	test('what is forbidden is answered with 403, also where it would be upgraded, and goes no further', async () => {
		answer = (_, response) => response.end('here');
		const path = await temporarySocket();
		const strict = await startCountingProxy(path, socketPath, name => name !== 'GET /info');
		onTestFinished(() => strict.close());
		const statusOf = async (options: object): Promise<unknown> => {
			const call = request({socketPath: path, ...options});
			call.end();
			const [response] = await once(call, 'response');
			response.resume();
			return response.statusCode;
		};
		expect(await statusOf({path: '/v1.41/info'})).toBe(200);
		expect(await statusOf({path: '/events'})).toBe(403);
		expect(await statusOf(upgrade)).toBe(403);
		expect([...proxy.counts().keys()]).toEqual(['GET /info']);
		expect(strict.openRequests()).toEqual([]);
	});

	const upgrade = {
		...{method: 'POST', path: '/exec/abc/start'},
		headers: {connection: 'Upgrade', upgrade: 'tcp', 'content-length': 2},
	};

	test('an upgraded connection carries the body, then bytes both ways', async () => {
		engine.on('upgrade', (incoming, socket: Socket, head: Buffer) => {
			socket.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
			let heard = `${incoming.headers['content-length']}:${head}`;
			socket.on('data', data => {
				heard += data;
				if (heard.endsWith('hi')) socket.end(`heard ${heard}`);
			});
		});
		const call = request({socketPath, ...upgrade});
		call.end('{}');
		const [response, socket] = await once(call, 'upgrade');
		expect(response.statusCode).toBe(101);
		socket.write('hi');
		expect(await text(socket)).toBe('heard 2:{}hi');
		await until(() => proxy.openRequests().length === 0, 'the end of the request');
		expect(proxy.counts().get('POST /exec/abc/start')).toBe(1);
	});

	test('an upgrade that the engine refuses is an ordinary answer', async () => {
		engine.on('upgrade', (_, socket: Socket) => {
			socket.end(
				'HTTP/1.1 409 Conflict\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nnope\r\n0\r\n\r\n',
			);
		});
		const call = request({socketPath, ...upgrade});
		call.end('{}');
		const [response] = await once(call, 'response');
		expect([response.statusCode, await text(response)]).toEqual([409, 'nope']);
	});

	test('an engine that is not there breaks the connection', async () => {
		engine.close();
		await expect(once(get({socketPath, path: '/_ping'}), 'response')).rejects.toThrow('hang up');
	});
});
