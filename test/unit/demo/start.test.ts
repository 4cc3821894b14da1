import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {rename, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {describe, expect, onTestFinished, test} from 'vitest';
import {startDemoEngine} from '../../../source/demo/start.ts';
import {demoEngine, frozenDemo, temporarySocket} from '../../helpers/demo-engine.ts';
import {until} from '../../helpers/until.ts';
import {get, openRaw, openStream, post} from './wire.ts';

const run = promisify(execFile);

describe('closing', () => {
	test('leaves nothing that keeps a process alive, and no socket file', async () => {
		const path = await temporarySocket();
		const fixture = fileURLToPath(new URL('close-fixture.ts', import.meta.url));
		const {stdout} = await run(process.execPath, [fixture, path], {timeout: 20_000});
		expect(stdout).toBe('ListenError\n');
		expect(existsSync(path)).toBe(false);
	}, 30_000);

	test('cuts every connection', async () => {
		const engine = await demoEngine();
		const stream = await openStream(engine, '/events');
		const {json} = await post(engine, '/containers/shop-api-1/exec', {Cmd: ['sh'], Tty: true});
		const shell = await openRaw(engine);
		shell.socket.write(
			`POST /exec/${json.Id}/start HTTP/1.1\r\nHost: d\r\nContent-Length: 2\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n{}`,
		);
		await until(() => shell.received() !== '', 'the shell');
		await engine.close();
		await until(() => stream.state() === 'broken' && shell.isClosed(), 'all cut');
	});

	test('an action under way is broken off', async () => {
		const {engine} = await frozenDemo();
		const stopping = post(engine, '/containers/scratchpad/stop');
		const failed = expect(stopping).rejects.toThrow('socket hang up');
		await get(engine, '/_ping');
		await engine.close();
		await failed;
	});
});

describe('listening', () => {
	test('on tcp, at a port of its choice', async () => {
		const engine = await demoEngine({listen: 'tcp://127.0.0.1:0'});
		expect(engine.endpoint).toMatch(/^tcp:\/\/127\.0\.0\.1:[1-9]\d+$/);
		expect((await get(engine, '/_ping')).text).toBe('OK');
	});

	test('replaces a socket file that nobody serves', async () => {
		const path = await temporarySocket();
		await leaveStaleSocket(path);
		expect(existsSync(path)).toBe(true);
		const engine = await demoEngine({listen: `unix://${path}`});
		expect((await get(engine, '/_ping')).text).toBe('OK');
	});

	test('leaves a socket alone that another process serves', async () => {
		const engine = await demoEngine();
		await expect(startDemoEngine({listen: engine.endpoint})).rejects.toThrow(
			/another process serves that socket/,
		);
		expect((await get(engine, '/_ping')).text).toBe('OK');
	});

	test('leaves a file alone that is no socket', async () => {
		const path = await temporarySocket();
		await writeFile(path, 'precious');
		await expect(startDemoEngine({listen: `unix://${path}`})).rejects.toThrow(
			/no socket is in the way/,
		);
		expect(existsSync(path)).toBe(true);
	});

	test.each([
		'unix://relative.sock',
		'tcp://0.0.0.0:2375',
		'http://127.0.0.1:1',
		'/var/run/x.sock',
		'unix:///nowhere/at/all.sock',
	])('%s is refused', async listen => {
		await expect(startDemoEngine({listen})).rejects.toThrow(/^cannot listen at/);
	});
});

test('a world lives by its clock alone', async () => {
	const {engine, clock} = await frozenDemo();
	const stats = '/containers/shop-api-1/stats?stream=0&one-shot=1';
	const before = (await get(engine, stats)).text;
	expect((await get(engine, stats)).text).toBe(before);
	clock.nowMillis += 1000;
	expect((await get(engine, stats)).text).not.toBe(before);
});

test('the same seed at the same time is the same engine', async () => {
	const pictures = await Promise.all(
		[1, 2].map(async () => {
			const {engine} = await frozenDemo({seed: 42, containers: 30});
			const paths = ['/containers/json?all=1', '/info', '/events?since=1&until=1795430527'];
			const answers = await Promise.all(paths.map(async path => (await get(engine, path)).text));
			return answers.map(text => text.replace(/"NEventsListener":\d+/, ''));
		}),
	);
	expect(pictures[0]).toEqual(pictures[1]);
});

test('thousands of stopped containers are listed besides', async () => {
	const {engine} = await frozenDemo({containers: 100, stopped: 2000});
	expect((await get(engine, '/containers/json?all=1')).json).toHaveLength(2100);
	expect((await get(engine, '/containers/json')).json.length).toBeLessThan(101);
	expect((await get(engine, '/info')).json.ContainersStopped).toBeGreaterThanOrEqual(2000);
	const [{Names}] = (await get(engine, '/containers/json?status=exited&all=1&limit=1')).json;
	expect(Names).toHaveLength(1);
});

test('five hundred containers are listed at once', async () => {
	const {engine} = await frozenDemo({containers: 500});
	expect((await get(engine, '/containers/json?all=1')).json).toHaveLength(500);
});

const leaveStaleSocket = async (path: string): Promise<void> => {
	// A server that closes removes its socket; listening under another name and renaming leaves one.
	const server = createServer();
	await new Promise<void>(resolve => {
		server.listen(`${path}.served`, resolve);
	});
	await rename(`${path}.served`, path);
	await new Promise(resolve => {
		server.close(resolve);
	});
	onTestFinished(() => rm(path, {force: true}));
};
