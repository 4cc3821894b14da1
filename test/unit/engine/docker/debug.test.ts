import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {Socket} from 'node:net';
import {afterEach, beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest';
import {type Client, createClient} from '../../../../source/engine/docker/client.ts';
import {openDebug} from '../../../../source/engine/docker/debug.ts';
import type {ExecWatch} from '../../../../source/engine/docker/exec-watch.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {refOf} from '../../../helpers/builders.ts';
import {temporarySocket} from '../../../helpers/demo-engine.ts';

/** What the watch was told, in order. */
const told: string[] = [];

const beginWatch = (): ExecWatch => ({
	begun: Promise.resolve(),
	isUp: () => true,
	dismiss: () => void told.push('dismiss'),
	release: () => void told.push('release'),
});

/** All that is waited for passes a hundred times as fast, deadlines too. */
beforeEach(() => {
	const real = globalThis.setTimeout;
	vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, millis = 0) =>
		real(run, millis / 100)) as typeof setTimeout);
});
afterEach(() => {
	vi.restoreAllMocks();
});

type Handler = (reply: ServerResponse, make: () => void) => void;

interface Plan {
	/** What it does when it is asked to make a container. */
	readonly create: Handler;
	/** Of each removal, before it is done: false where that answered already. */
	readonly remove?: (reply: ServerResponse, round: number) => boolean;
}

const json = (reply: ServerResponse, status: number, body: object): void => {
	reply.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
};

/** An engine that does nothing but make and remove containers, and gives no terminal. */
const anEngine = async ({create, remove = () => true}: Plan) => {
	const socketPath = await temporarySocket();
	/** By name. */
	const containers = new Set<string>();
	const removals: string[] = [];
	const server = createServer((asked: IncomingMessage, reply: ServerResponse) => {
		asked.resume();
		const url = new URL(asked.url ?? '', 'http://engine');
		const name = url.searchParams.get('name') ?? '';
		if (url.pathname === '/containers/create') {
			create(reply, () => containers.add(name));
			return;
		}
		if (asked.method !== 'DELETE') {
			json(reply, 500, {message: 'no terminal today'});
			return;
		}
		const called = url.pathname.split('/').at(-1) ?? '';
		removals.push(called);
		if (!remove(reply, removals.length)) return;
		const found = [...containers].find(each => each === called || idOf(each) === called);
		if (found === undefined) json(reply, 404, {message: `No such container: ${called}`});
		else {
			containers.delete(found);
			reply.writeHead(204).end();
		}
	});
	await new Promise<void>(resolve => server.listen(socketPath, resolve));
	const url = `unix://${socketPath}`;
	const client: Client = createClient({
		...{url, source: '--host', transport: {kind: 'unix', socketPath}},
	});
	const close = (): void => {
		server.closeAllConnections();
		server.close();
	};
	onTestFinished(() => {
		client.dispose();
		close();
	});
	return {client, containers, removals, close};
};

const idOf = (name: string): string => `id-of-${name}`;

const open = (client: Client, signal = new AbortController().signal) =>
	openDebug(
		client,
		refOf('api'),
		{image: 'busybox', argv: ['sh'], columns: 80, rows: 24},
		signal,
		beginWatch,
	);

const ownName = expect.stringMatching(/^dockmon-debug-[\da-f]{16}$/);

describe('an answer to the creation that does not come whole', () => {
	test.each<[string, Handler, string]>([
		[
			'cut before a byte',
			(reply, make) => {
				make();
				reply.destroy();
			},
			'unreachable',
		],
		[
			'cut in the middle',
			(reply, make) => {
				make();
				reply.writeHead(201, {'content-length': '100'});
				reply.write('{"Id":"abc');
				setTimeout(() => reply.destroy(), 1000);
			},
			'unreachable',
		],
		['never', (_reply, make) => make(), 'timeout'],
		[
			'cut, and the engine makes it afterwards',
			(reply, make) => {
				reply.destroy();
				setTimeout(make, 1000);
			},
			'unreachable',
		],
		[
			'no JSON',
			(reply, make) => {
				make();
				reply.writeHead(201).end('<html>hello');
			},
			'protocol',
		],
		[
			'without an id',
			(reply, make) => {
				make();
				json(reply, 201, {Warnings: []});
			},
			'protocol',
		],
		[
			'a proxy gave up on it',
			(reply, make) => {
				make();
				reply.writeHead(504).end('Gateway Timeout');
			},
			'internal',
		],
	])('%s: what was made is removed by its name', async (_how, create, kind) => {
		const engine = await anEngine({create});
		await expect(open(engine.client)).rejects.toMatchObject({
			kind,
			message: expect.not.stringContaining('left'),
		});
		expect([...engine.containers]).toEqual([]);
		expect(engine.removals.at(-1)).toEqual(ownName);
	});

	test('broken off by the user: the same', async () => {
		const abort = new AbortController();
		const engine = await anEngine({
			create(_reply, make) {
				make();
				abort.abort();
			},
		});
		await expect(open(engine.client, abort.signal)).rejects.toMatchObject({name: 'AbortError'});
		expect([...engine.containers]).toEqual([]);
	});

	test('nothing was made: it is looked for until it could not come any more', async () => {
		const engine = await anEngine({create: reply => void reply.destroy()});
		await expect(open(engine.client)).rejects.toMatchObject({kind: 'unreachable'});
		expect(engine.removals.length).toBeGreaterThan(3);
	});
});

test('a no of the engine is one: nothing is removed', async () => {
	const engine = await anEngine({
		create: reply => json(reply, 404, {message: 'No such image: busybox'}),
	});
	await expect(open(engine.client)).rejects.toMatchObject({kind: 'not-found'});
	expect(engine.removals).toEqual([]);
});

describe('a removal that does not succeed', () => {
	const made: Handler = (reply, make) => {
		make();
		reply.destroy();
	};

	test('is tried again', async () => {
		const engine = await anEngine({
			create: made,
			remove(reply, round) {
				if (round === 1) reply.destroy();
				if (round === 2) json(reply, 500, {message: 'device or resource busy'});
				return round > 2;
			},
		});
		await expect(open(engine.client)).rejects.toThrow(/broke/);
		expect([...engine.containers]).toEqual([]);
	});

	test('at all is told, with the name', async () => {
		const engine = await anEngine({
			create(reply, make) {
				made(reply, make);
				engine.close();
			},
		});
		await expect(open(engine.client)).rejects.toMatchObject({
			kind: 'unreachable',
			message: expect.stringMatching(/; dockmon-debug-[\da-f]{16} may be left there$/),
			hint: expect.stringContaining('palette'),
		});
	});

	test('because the engine hangs is told after one try', async () => {
		const engine = await anEngine({create: made, remove: () => false});
		await expect(open(engine.client)).rejects.toThrow(/may be left there/);
		expect(engine.removals).toHaveLength(1);
	});
});

test('what cannot be joined is removed by its id', async () => {
	const engine = await anEngine({
		create(reply, make) {
			make();
			json(reply, 201, {Id: idOf([...engine.containers][0] ?? '')});
		},
	});
	await expect(open(engine.client)).rejects.toThrow('no terminal today');
	expect([...engine.containers]).toEqual([]);
	expect(engine.removals).toEqual([expect.stringMatching(/^id-of-dockmon-debug/)]);
});

test.each([
	['is there still: the watch goes on', new EngineError('timeout', 'too late'), ['release']],
	['is gone: the watch is dismissed first', undefined, ['dismiss', 'release']],
])('what is closed and %s', async (_how, failure, heard) => {
	told.length = 0;
	const socket = new Socket();
	const client = {
		askJson: async () => ({Id: 'debug-1'}),
		ask: async ({method}: {readonly method: string}) => {
			if (method === 'DELETE' && failure !== undefined) throw failure;
		},
		hijack: async () => socket,
	} as unknown as Client;
	const session = await open(client);
	const closing = session.close();
	if (failure === undefined) await closing;
	else await expect(closing).rejects.toBe(failure);
	expect(told).toEqual(heard);
	expect(socket.destroyed).toBe(true);
});
