import {execFile} from 'node:child_process';
import {once} from 'node:events';
import {link, mkdtemp, rm, unlink} from 'node:fs/promises';
import {createServer, type Server} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {untilNewSocket} from '../../../../source/engine/docker/socket-file.ts';
import {createSocketWatch, orReplaced} from '../../../../source/engine/docker/socket-watch.ts';
import type {Endpoint} from '../../../../source/engine/endpoint.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {until} from '../../../helpers/until.ts';

let folder: string;
let socketPath: string;
let endpoint: Endpoint;
const servers: Server[] = [];

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'dockmon-beat-'));
	socketPath = join(folder, 'engine.sock');
	endpoint = {url: `unix://${socketPath}`, source: '--host', transport: {kind: 'unix', socketPath}};
});

afterEach(async () => {
	for (const server of servers.splice(0)) server.close();
	await rm(folder, {recursive: true});
});

const listen = async (at = socketPath): Promise<Server> => {
	const server = createServer();
	servers.push(server);
	server.listen(at);
	await once(server, 'listening');
	return server;
};

describe('a look', () => {
	test('an engine that takes its socket away is stopping, whatever old connections say', async () => {
		await listen();
		const watch = createSocketWatch(endpoint);
		await watch.begin();
		await watch.look();
		await unlink(socketPath);
		await expect(watch.look()).rejects.toMatchObject({
			kind: 'unreachable',
			brief: 'the engine is stopping',
			message: expect.stringContaining('its socket is gone'),
		});
	});

	test('another socket in its place is another engine', async () => {
		await listen();
		const watch = createSocketWatch(endpoint);
		await watch.begin();
		await watch.look();
		// The old file stays under another name, so that its number is not used again.
		await link(socketPath, join(folder, 'old.sock'));
		await unlink(socketPath);
		await listen();
		await expect(watch.look()).rejects.toMatchObject({brief: 'the socket was replaced'});
		await watch.begin();
		await watch.look();
	});
});

describe('why nobody answers', () => {
	const refused = new EngineError('unreachable', 'nobody answers');

	test('is as it was said where the socket is what it seems', async () => {
		await listen();
		expect(await orReplaced(refused, endpoint)).toBe(refused);
		expect(await orReplaced(new Error('x'), endpoint)).toMatchObject({message: 'x'});
		await unlink(socketPath);
		expect(await orReplaced(refused, endpoint)).toBe(refused);
	});

	test('is the mount where the socket was removed from its folder', async context => {
		if (process.platform !== 'linux' || process.getuid?.() !== 0)
			return context.skip('mounting needs root on Linux');
		await listen(join(folder, 'real.sock'));
		await promisify(execFile)('touch', [socketPath]);
		await promisify(execFile)('mount', ['--bind', join(folder, 'real.sock'), socketPath]);
		try {
			expect(await orReplaced(refused, endpoint)).toBe(refused);
			await unlink(join(folder, 'real.sock'));
			expect(await orReplaced(refused, endpoint)).toMatchObject({
				kind: 'unreachable',
				brief: 'the socket was replaced',
				hint: expect.stringContaining('Mount the folder'),
			});
		} finally {
			await promisify(execFile)('umount', [socketPath]);
		}
	});
});

describe('a new socket is noticed', () => {
	const follow = (abort = new AbortController()) => {
		const seen = {done: false, abort};
		const done = untilNewSocket(socketPath, abort.signal).then(() => {
			seen.done = true;
		});
		return {seen, done};
	};

	test('where there was none', async () => {
		const {seen, done} = follow();
		await listen();
		await done;
		expect(seen.done).toBe(true);
	});

	test('in the place of an old one, not the old one itself', async () => {
		await listen();
		const {seen, done} = follow();
		expect(seen.done).toBe(false);
		await unlink(socketPath);
		await listen();
		await done;
	});

	test('no more after an abort', async () => {
		const {seen} = follow();
		seen.abort.abort();
		await until(() => seen.done, 'the end of the watch');
	});
});
