import {describe, expect, test} from 'vitest';
import type {DemoEngine} from '../../../../source/demo/start.ts';
import {demoEngine, frozenDemo} from '../../../helpers/demo-engine.ts';
import {until} from '../../../helpers/until.ts';
import {call, framesIn, get, openRaw, post} from '../wire.ts';

const create = async (engine: DemoEngine, name: string, body: Record<string, unknown>) => {
	const answer = await post(engine, `/containers/${name}/exec`, {
		AttachStdout: true,
		AttachStderr: true,
		...body,
	});
	expect(answer.status).toBe(201);
	return answer.json.Id as string;
};

const inspected = async (engine: DemoEngine, id: string) =>
	(await get(engine, `/exec/${id}/json`)).json;

/** Starts an exec as clients do that want to talk to it. */
const hijack = async (
	engine: DemoEngine,
	id: string,
	body: Record<string, unknown>,
	input = '',
) => {
	const connection = await openRaw(engine);
	const json = JSON.stringify(body);
	connection.socket.write(
		`POST /v1.47/exec/${id}/start HTTP/1.1\r\nHost: docker\r\nContent-Type: application/json\r\nContent-Length: ${json.length}\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n${json}${input}`,
	);
	return {
		...connection,
		head: () => connection.received().split('\r\n\r\n')[0] ?? '',
		output: () => connection.received().split('\r\n\r\n').slice(1).join('\r\n\r\n'),
		type: (keys: string) => connection.socket.write(keys),
	};
};

const shell = async (engine: DemoEngine, name = 'shop-api-1', argv = ['sh']) => {
	const id = await create(engine, name, {Cmd: argv, AttachStdin: true, Tty: true});
	const terminal = await hijack(engine, id, {Tty: true});
	await until(
		() => /[$#] $/.test(terminal.output()),
		() => `a prompt, but ${terminal.received()}`,
	);
	return {id, ...terminal};
};

describe('a program without a terminal', () => {
	test('sends its streams in frames, after the upgrade', async () => {
		const {engine} = await frozenDemo();
		const id = await create(engine, 'shop-api-1', {
			Cmd: ['sh', '-c', 'echo out; echo err >&2; exit 3'],
		});
		const connection = await hijack(engine, id, {});
		await until(connection.isClosed, 'the end');
		expect(connection.head()).toMatch(/^HTTP\/1\.1 101 UPGRADED\r\n/);
		expect(connection.head()).toContain('Content-Type: application/vnd.docker.multiplexed-stream');
		expect(connection.head()).toContain('Upgrade: tcp');
		expect(framesIn(Buffer.from(connection.output(), 'latin1'))).toEqual([
			{stream: 'stdout', text: 'out\n'},
			{stream: 'stderr', text: 'err\n'},
		]);
		expect(await inspected(engine, id)).toMatchObject({
			ID: id,
			Running: false,
			ExitCode: 3,
			ProcessConfig: {
				tty: false,
				entrypoint: 'sh',
				arguments: ['-c', 'echo out; echo err >&2; exit 3'],
			},
			OpenStdin: false,
		});
	});

	test('without an upgrade the answer ends with the connection', async () => {
		const {engine} = await frozenDemo();
		const id = await create(engine, 'shop-api-1', {Cmd: ['hostname']});
		const answer = await post(engine, `/exec/${id}/start`, {});
		expect(answer.headers['content-type']).toBe('application/vnd.docker.multiplexed-stream');
		expect(answer.headers).not.toHaveProperty('transfer-encoding');
		expect(answer.headers).not.toHaveProperty('content-length');
		const [frame] = framesIn(Buffer.from(answer.text));
		expect(frame?.text).toMatch(/^[0-9a-f]{12}\n$/);
	});

	test('reads what came with the request and later, until the input is closed', async () => {
		const {engine} = await frozenDemo();
		const id = await create(engine, 'shop-api-1', {Cmd: ['cat'], AttachStdin: true});
		const connection = await hijack(engine, id, {}, 'first\n');
		connection.socket.end('sécond\n');
		await until(connection.isClosed, 'the end');
		const frames = framesIn(Buffer.from(connection.output(), 'latin1'));
		expect(frames.map(({text}) => text)).toEqual(['first\n', 'sécond\n']);
		expect((await inspected(engine, id)).ExitCode).toBe(0);
	});

	test('gets environment, directory and user', async () => {
		const {engine} = await frozenDemo();
		const id = await create(engine, 'registry', {
			Cmd: ['sh', '-c', 'echo $FOO $PWD; pwd; whoami'],
			Env: ['FOO=bar'],
			WorkingDir: '/etc',
			User: '1000',
		});
		const frames = framesIn(Buffer.from((await post(engine, `/exec/${id}/start`, {})).text));
		expect(frames.map(({text}) => text).join('')).toBe('bar \n/etc\napp\n');
	});

	test('runs in the background', async () => {
		const engine = await demoEngine();
		const id = await create(engine, 'shop-api-1', {Cmd: ['sleep', '0.2']});
		expect(await post(engine, `/exec/${id}/start`, {Detach: true})).toMatchObject({
			status: 200,
			text: '',
		});
		expect(await inspected(engine, id)).toMatchObject({Running: true, ExitCode: null});
		await until(async () => (await inspected(engine, id)).ExitCode === 0, 'its end');
	});
});

describe('a terminal', () => {
	test('echoes, answers, and ends with its exit code', async () => {
		const engine = await demoEngine();
		const terminal = await shell(engine);
		terminal.type('echo hi; echo oops >&2\r');
		await until(() => terminal.output().includes('hi\r\noops\r\n$ '), 'the answer');
		terminal.type('exit 7\r');
		await until(terminal.isClosed, 'the end');
		expect(terminal.head()).toContain('Content-Type: application/vnd.docker.raw-stream');
		expect(await inspected(engine, terminal.id)).toMatchObject({Running: false, ExitCode: 7});
	});

	test('knows its size, from the start and after a resize', async () => {
		const engine = await demoEngine();
		const id = await create(engine, 'shop-api-1', {
			Cmd: ['sh'],
			AttachStdin: true,
			Tty: true,
			ConsoleSize: [31, 99],
		});
		expect((await post(engine, `/exec/${id}/resize?h=10&w=20`)).status).toBe(500);
		const terminal = await hijack(engine, id, {Tty: true}, 'stty size\r');
		await until(() => terminal.output().includes('31 99\r\n'), 'the first size');
		expect((await post(engine, `/exec/${id}/resize?h=10&w=20`)).status).toBe(200);
		terminal.type('stty size\r');
		await until(() => terminal.output().includes('10 20\r\n'), 'the new size');
	});

	test('Ctrl-C ends the program, Ctrl-D the shell, with the code of the former', async () => {
		const engine = await demoEngine();
		const terminal = await shell(engine);
		terminal.type('sleep 100\r');
		await until(() => terminal.output().includes('sleep 100\r\n'), 'the echo');
		terminal.type('\u0003');
		await until(() => /\^C\r\n\$ $/.test(terminal.output()), 'a new prompt');
		terminal.type('\u0004');
		await until(terminal.isClosed, 'the end');
		expect((await inspected(engine, terminal.id)).ExitCode).toBe(130);
	});

	test('Ctrl-C in the same breath as a command still ends it', async () => {
		const engine = await demoEngine();
		const terminal = await shell(engine);
		terminal.type('sleep 100; echo never\r\u0003echo code $?\r');
		await until(() => terminal.output().includes('code 130\r\n'), 'the code');
		expect(terminal.output()).not.toContain('never\r\n$');
	});

	test('a shell can be chosen by a script', async () => {
		const engine = await demoEngine();
		const script = 'command -v bash >/dev/null 2>&1 && exec bash || exec sh';
		const debian = await shell(engine, 'shop-api-1', ['/bin/sh', '-c', script]);
		expect(debian.output()).toMatch(/^app@[0-9a-f]{12}:\/app\$ $/);
		const alpine = await shell(engine, 'shop-redis-1', ['/bin/sh', '-c', script]);
		expect(alpine.output()).toBe('# ');
	});

	test('is seen in top, and survives its client: the leak of a real engine', async () => {
		const engine = await demoEngine();
		const terminal = await shell(engine);
		const commands = async () =>
			(await get(engine, '/containers/shop-api-1/top')).json.Processes.map(
				(row: string[]) => row[7],
			);
		expect(await commands()).toContain('sh');
		terminal.socket.destroy();
		await until(terminal.isClosed, 'the connection closed');
		expect(await inspected(engine, terminal.id)).toMatchObject({Running: true});
		expect(await commands()).toContain('sh');
	});

	test('ends with its container: 137', async () => {
		const engine = await demoEngine();
		const terminal = await shell(engine);
		await post(engine, '/containers/shop-api-1/kill');
		await until(terminal.isClosed, 'the end');
		expect(await inspected(engine, terminal.id)).toMatchObject({Running: false, ExitCode: 137});
	});
});

describe('an image without the program', () => {
	test.each([
		['1.47', 'sh', 127, 'exec: "sh": executable file not found in $PATH'],
		['1.41', 'sh', 126, 'exec: "sh": executable file not found in $PATH'],
		['1.47', '/bin/bash', 127, 'exec: "/bin/bash": stat /bin/bash: no such file or directory'],
	])('API %s, %s: exit %i', async (apiVersion, program, exitCode, complaint) => {
		const engine = await demoEngine({apiVersion});
		const id = await create(engine, 'observe-collector-1', {Cmd: [program], Tty: true});
		const {text} = await post(engine, `/exec/${id}/start`, {Tty: true});
		expect(text).toBe(
			`OCI runtime exec failed: exec failed: unable to start container process: ${complaint}: unknown\r\n`,
		);
		expect((await inspected(engine, id)).ExitCode).toBe(exitCode);
	});
});

describe('what is refused', () => {
	test.each([
		['shop-api-1', {Cmd: []}, 400],
		['observe-locust-1', {Cmd: ['sh']}, 409],
		['billing-report-1', {Cmd: ['sh']}, 409],
		['nobody', {Cmd: ['sh']}, 404],
	])('%s %j: %i', async (name, body, status) => {
		const {engine} = await frozenDemo();
		expect((await post(engine, `/containers/${name}/exec`, body)).status).toBe(status);
	});

	test('an exec that is not there, or has run', async () => {
		const {engine} = await frozenDemo();
		expect(await post(engine, '/exec/abc/start', {})).toMatchObject({
			status: 404,
			json: {message: 'No such exec instance: abc'},
		});
		expect((await get(engine, '/exec/abc/json')).status).toBe(404);
		const id = await create(engine, 'shop-api-1', {Cmd: ['true']});
		await post(engine, `/exec/${id}/start`, {});
		expect((await post(engine, `/exec/${id}/start`, {})).status).toBe(409);
		expect((await post(engine, `/exec/${id}/resize?h=1&w=1`)).status).toBe(404);
	});
});

test('clients that break off in any way do not harm the engine', async () => {
	const engine = await demoEngine({listen: 'tcp://127.0.0.1:0'});
	const terminal = await shell(engine);
	terminal.type('seq 200000\r');
	terminal.socket.resetAndDestroy();
	for (const request of [
		'GET /events HTTP/1.1\r\nHost: d\r\n\r\n',
		'POST /exec/x/start HTTP/1.1\r\nHost: d\r\nContent-Length: 9\r\n\r\n{',
		'GET // HTTP/1.1\r\nHost: d\r\n\r\n',
		'GET /%zz/json HTTP/1.1\r\nHost: d\r\n\r\n',
		'nonsense\r\n\r\n',
	]) {
		const connection = await openRaw(engine);
		connection.socket.write(request);
		await get(engine, '/_ping');
		connection.socket.resetAndDestroy();
	}
	expect((await get(engine, '/containers/shop-api-1/json')).status).toBe(200);
	expect(await get(engine, '//')).toMatchObject({status: 404});
	expect(await get(engine, '/containers/%zz/json')).toMatchObject({status: 400});
});

test('an ordinary request may offer an upgrade', async () => {
	const {engine} = await frozenDemo();
	const connection = await openRaw(engine);
	connection.socket.write(
		'GET /_ping HTTP/1.1\r\nHost: d\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
	);
	await until(connection.isClosed, 'the answer');
	expect(connection.received()).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*OK$/);
});

test('execs tell their events', async () => {
	const {engine, clock} = await frozenDemo();
	const id = await create(engine, 'registry', {Cmd: ['echo', 'hi']});
	await post(engine, `/exec/${id}/start`, {});
	const now = clock.nowMillis / 1000;
	clock.nowMillis += 1000;
	const wanted = encodeURIComponent(JSON.stringify({container: ['registry']}));
	const {text} = await get(engine, `/events?since=${now}&until=${now + 1}&filters=${wanted}`);
	expect(text.match(/"Action":"[^"]*"/g)).toEqual([
		'"Action":"exec_create: echo hi"',
		'"Action":"exec_start: echo hi"',
		'"Action":"exec_die"',
	]);
	expect(await call(engine, 'GET', `/exec/${id}/json`)).toMatchObject({json: {ExitCode: 0}});
});
