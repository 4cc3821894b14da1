import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer, type RequestListener, type Server} from 'node:http';
import {createServer as createPlainServer, type Server as PlainServer, type Socket} from 'node:net';
import {networkInterfaces, tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {type Call, type Client, createClient} from '../../../../source/engine/docker/client.ts';
import type {DirectEndpoint} from '../../../../source/engine/endpoint.ts';
import {collect} from '../../../helpers/collect.ts';
import {until} from '../../../helpers/until.ts';

let folder: string;
let socketPath: string;
const closing: (() => void)[] = [];

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'dockmon-client-'));
	socketPath = join(folder, 'engine.sock');
});
afterEach(async () => {
	vi.unstubAllEnvs();
	for (const close of closing.splice(0)) close();
	await rm(folder, {recursive: true});
});

const listen = async <T extends Server | PlainServer>(
	server: T,
	at: string | number,
): Promise<T> => {
	const open = new Set<Socket>();
	server.on('connection', (socket: Socket) => open.add(socket));
	server.listen(at);
	await once(server, 'listening');
	closing.push(() => {
		server.close();
		for (const socket of open) socket.destroy();
	});
	return server;
};

const connect = (endpoint: Partial<DirectEndpoint> = {}): Client => {
	const client = createClient({
		url: `unix://${socketPath}`,
		source: '--host',
		transport: {kind: 'unix', socketPath},
		...endpoint,
	});
	closing.push(() => client.dispose());
	return client;
};

/** A server over HTTP, and a client that speaks to it. */
const serve = async (listener: RequestListener): Promise<Client> => {
	await listen(createServer(listener), socketPath);
	return connect();
};

const get: Call = {method: 'GET', path: '/thing', what: 'a thing', deadlineMillis: 3000};
const {signal} = new AbortController();

describe('requests', () => {
	const seen = async (call: Partial<Call>, version?: string) => {
		const found: {method?: string; url?: string; body?: string; type?: string} = {};
		const client = await serve((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', chunk => chunks.push(chunk));
			request.on('end', () => {
				Object.assign(found, {
					method: request.method,
					url: request.url,
					body: Buffer.concat(chunks).toString(),
					type: request.headers['content-type'],
				});
				response.end('{}');
			});
		});
		if (version !== undefined) client.setApiVersion(version);
		await client.ask({...get, ...call}, signal);
		return found;
	};

	test('the version is put before the path, unless it must not', async () => {
		expect((await seen({}, '1.41')).url).toBe('/v1.41/thing');
	});
	test('before it is known there is none', async () => {
		expect((await seen({})).url).toBe('/thing');
	});
	test('unversioned calls stay so', async () => {
		expect((await seen({isUnversioned: true}, '1.41')).url).toBe('/thing');
	});
	test('a query is escaped', async () => {
		const query = {all: true, tail: 0, filters: '{"a":["b&c"]}'};
		expect((await seen({query})).url).toBe(
			'/thing?all=true&tail=0&filters=%7B%22a%22%3A%5B%22b%26c%22%5D%7D',
		);
	});
	test('a POST without a body has none, one with has JSON', async () => {
		expect(await seen({method: 'POST'})).toMatchObject({body: '', type: undefined});
	});
	test('a body is JSON', async () => {
		expect(await seen({method: 'POST', body: {Tty: false}})).toMatchObject({
			body: '{"Tty":false}',
			type: 'application/json',
		});
	});
});

describe('answers', () => {
	test('201, 204 and 304 are no errors', async () => {
		let status = 200;
		const client = await serve((_request, response) => response.writeHead(status).end());
		for (status of [200, 201, 204, 304])
			expect(await client.ask({...get, method: 'POST'}, signal)).toMatchObject({status});
	});

	test('a redirect is refused and not followed', async () => {
		let requests = 0;
		const client = await serve((_request, response) => {
			requests++;
			response.writeHead(301, {location: 'http://127.0.0.1:1/elsewhere'}).end();
		});
		await expect(client.ask(get, signal)).rejects.toMatchObject({kind: 'protocol'});
		expect(requests).toBe(1);
	});

	test('a text in several pieces, cut in a character, is whole', async () => {
		const client = await serve((_request, response) => {
			const bytes = Buffer.from('"grüße"');
			response.write(bytes.subarray(0, 4));
			setImmediate(() => response.end(bytes.subarray(4)));
		});
		expect(await client.askJson(get, signal)).toBe('grüße');
	});

	test('what does not speak HTTP is told so', async () => {
		await listen(
			createPlainServer(socket => socket.end('SSH-2.0-OpenSSH_9.2\r\n')),
			socketPath,
		);
		await expect(connect().ask(get, signal)).rejects.toMatchObject({
			kind: 'protocol',
			message: expect.stringContaining('does not speak HTTP'),
		});
	});

	test('TLS to a plain port is told so', async () => {
		const server = await listen(
			createServer((_request, response) => response.end()),
			0,
		);
		const address = server.address();
		const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
		const client = connect({
			url: `tcp://127.0.0.1:${port}`,
			transport: {kind: 'tcp', host: '127.0.0.1', port, tls: {verify: true}},
		});
		await expect(client.ask(get, signal)).rejects.toMatchObject({
			kind: 'protocol',
			message: expect.stringContaining('does not speak TLS'),
		});
	});

	test('tcp works, over IPv6 too where there is any', async () => {
		const server = await listen(
			createServer((_request, response) => response.end('1')),
			0,
		);
		const address = server.address();
		const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
		const hosts = Object.values(networkInterfaces()).flatMap(list => list ?? []);
		const hasIpv6 = hosts.some(host => host.address === '::1');
		for (const host of ['127.0.0.1', 'localhost', ...(hasIpv6 ? ['::1'] : [])])
			expect(await connect({transport: {kind: 'tcp', host, port}}).askJson(get, signal)).toBe(1);
	});
});

describe('lists', () => {
	const take = async (
		client: Client,
		life: AbortSignal = signal,
		call: Partial<Call> = {},
	): Promise<string[]> => {
		const found: string[] = [];
		await client.askItems({...get, ...call}, life, json => found.push(json.toString()));
		return found;
	};

	test('come item by item', async () => {
		const client = await serve((_request, response) => {
			response.write('[{"a":1},{"b"');
			setImmediate(() => response.end(':"]"}, 3]\n'));
		});
		expect(await take(client)).toEqual(['{"a":1}', '{"b":"]"}', ' 3']);
	});

	test('what is none, or refused, rejects', async () => {
		let body = '';
		let status = 200;
		const client = await serve((_request, response) => response.writeHead(status).end(body));
		for (body of ['{}', '[1', '', '<html>', '[1]x'])
			await expect(take(client)).rejects.toMatchObject({kind: 'protocol'});
		[body, status] = ['{"message":"not today"}', 500];
		await expect(take(client)).rejects.toMatchObject({kind: 'internal'});
	});

	test('one that stops in the middle is cut by the deadline or the signal', async () => {
		const client = await serve((_request, response) => response.write('[1,2'));
		const late = take(client, signal, {deadlineMillis: 50});
		await expect(late).rejects.toMatchObject({kind: 'timeout'});
		const controller = new AbortController();
		const taken = client.askItems(get, controller.signal, () => controller.abort());
		await expect(taken).rejects.toMatchObject({name: 'AbortError'});
	});

	test('a connection that breaks in the middle is told', async () => {
		const client = await serve((_request, response) => {
			response.write('[1,2');
			setTimeout(() => response.destroy(), 20);
		});
		await expect(take(client)).rejects.toMatchObject({kind: 'unreachable'});
	});

	test('a long one lets others work meanwhile', async () => {
		const client = await serve((_request, response) => {
			response.end(`[${'1,'.repeat(100)}1]`);
		});
		let turns = 0;
		const ticking = setInterval(() => turns++, 1);
		let turnsAtFirst: number | undefined;
		await client.askItems(get, signal, () => {
			turnsAtFirst ??= turns;
			const until = performance.now() + 3;
			while (performance.now() < until);
		});
		clearInterval(ticking);
		expect(turns - (turnsAtFirst ?? 0)).toBeGreaterThan(5);
	});
});

describe('broken connections', () => {
	test('a question is asked once more, an order is not', async () => {
		const methods: string[] = [];
		const client = await serve((request, response) => {
			methods.push(request.method ?? '');
			if (methods.length === 1) response.destroy();
			else response.end('1');
		});
		expect(await client.askJson(get, signal)).toBe(1);
		methods.length = 0;
		await expect(client.ask({...get, method: 'POST'}, signal)).rejects.toMatchObject({
			kind: 'unreachable',
		});
		expect(methods).toEqual(['POST']);
	});

	test('a stream that breaks fails, one that is aborted ends', async () => {
		const client = await serve((request, response) => {
			response.write('first');
			if (request.url === '/breaks') setTimeout(() => response.destroy(), 20);
		});
		const broken = await client.open({...get, path: '/breaks'}, signal);
		await expect(collect(broken.chunks)).rejects.toMatchObject({kind: 'unreachable'});

		const controller = new AbortController();
		const quiet = await client.open(get, controller.signal);
		const reading = collect(quiet.chunks);
		setTimeout(() => controller.abort(), 20);
		expect(Buffer.concat(await reading).toString()).toBe('first');
	});

	test('a stream that breaks before anybody reads it does not end the program', async () => {
		const client = await serve((_request, response) => {
			response.write('first');
			setTimeout(() => response.destroy(), 5);
		});
		const {chunks} = await client.open(get, signal);
		await new Promise(resolve => setTimeout(resolve, 50));
		await expect(collect(chunks)).rejects.toMatchObject({kind: 'unreachable'});
	});

	test('of many at once only a few are kept', async () => {
		const waiting: (() => void)[] = [];
		const server = await listen(
			createServer((_, response) => waiting.push(() => response.end('{}'))),
			socketPath,
		);
		const open = promisify(server.getConnections.bind(server));
		const client = connect();
		const asked = Array.from({length: 12}, () => client.ask(get, signal));
		await until(() => waiting.length === 12, 'all requests');
		expect(await open()).toBe(12);
		for (const answer of waiting) answer();
		await Promise.all(asked);
		await until(async () => (await open()) === 4, 'the others to be closed');
	});

	test('dispose closes what is open', async () => {
		const client = await serve((_request, response) => response.write('first'));
		const {chunks} = await client.open(get, signal);
		client.dispose();
		await expect(collect(chunks)).rejects.toMatchObject({kind: 'unreachable'});
	});
});

test('the environment of docker does not lead elsewhere', async () => {
	vi.stubEnv('DOCKER_HOST', 'tcp://127.0.0.1:1');
	vi.stubEnv('DOCKER_CERT_PATH', '/nonexistent');
	vi.stubEnv('DOCKER_TLS_VERIFY', '1');
	const client = await serve((_request, response) => response.end('1'));
	expect(await client.askJson(get, signal)).toBe(1);
	expect(process.env['DOCKER_HOST']).toBe('tcp://127.0.0.1:1');
});
