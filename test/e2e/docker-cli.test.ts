import {execFile, spawn, spawnSync} from 'node:child_process';
import {promisify} from 'node:util';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {DemoEngine} from '../../source/demo/start.ts';
import {demoEngine} from '../helpers/demo-engine.ts';
import {openPty} from '../helpers/pty.ts';
import {until} from '../helpers/until.ts';

/** The real Docker CLI is the judge of how real the demo engine is. */
const findCli = (): boolean => {
	const {stdout, error} = spawnSync('docker', ['--version'], {encoding: 'utf8'});
	if (!error) process.stderr.write(`docker CLI: ${stdout}`);
	// In CI its absence is a failure, which the first test then reports.
	else if (process.env['CI'] !== 'true')
		process.stderr.write(`docker CLI tests skipped: no docker on the PATH (${error.message})\n`);
	return !error || process.env['CI'] === 'true';
};

const hasCli = findCli();
const run = promisify(execFile);

const flagsFor = ({endpoint}: DemoEngine) => ['--host', endpoint];

/** What `docker ...` prints on both streams, and its exit code. */
const docker = async (engine: DemoEngine, ...args: string[]) => {
	const settled = await run('docker', [...flagsFor(engine), ...args]).catch(
		(error: {code: number; stdout: string; stderr: string}) => error,
	);
	const {stdout, stderr} = settled;
	return {code: 'code' in settled ? settled.code : 0, stdout, stderr};
};

const printed = async (engine: DemoEngine, ...args: string[]) => {
	const {code, stdout, stderr} = await docker(engine, ...args);
	expect({code, stderr}, `docker ${args.join(' ')}`).toEqual({code: 0, stderr: ''});
	return stdout;
};

const stateOf = async (engine: DemoEngine, name: string) =>
	(await printed(engine, 'inspect', '--format', '{{.State.Status}}', name)).trim();

/** A `docker ...` that goes on until the test ends it. */
const following = (engine: DemoEngine, ...args: string[]) => {
	const child = spawn('docker', [...flagsFor(engine), ...args]);
	let text = '';
	let code: number | null | undefined;
	const append = (chunk: Buffer) => {
		text += chunk.toString();
	};
	child.stdout.on('data', append);
	child.stderr.on('data', append);
	child.on('close', exitCode => {
		code = exitCode;
	});
	onTestFinished(() => {
		child.kill();
	});
	return {text: () => text, code: () => code};
};

describe.runIf(hasCli)('docker', () => {
	test('ps and ps -a', async () => {
		const engine = await demoEngine();
		const running = await printed(engine, 'ps');
		expect(running).toMatch(
			/shop\/api:1\.8\.2 .*Up 3 hours \(healthy\) .*0\.0\.0\.0:8000->8000\/tcp.* shop-api-1/,
		);
		expect(running).toMatch(/Up 3 hours \(unhealthy\) +shop-mailer-1/);
		expect(running).not.toContain('billing-report-1');
		const all = await printed(engine, 'ps', '--all', '--no-trunc');
		expect(all).toMatch(/Exited \(137\) 5 minutes ago +billing-report-1/);
		expect(await printed(engine, 'ps', '-q', '--filter', 'health=unhealthy')).toMatch(
			/^[0-9a-f]{12}\n$/,
		);
		expect(await printed(engine, 'ps', '-n', '2', '--format', '{{.Names}}')).toBe(
			'shop-web-1\nbilling-report-1\n',
		);
	});

	test('stats --no-stream', async () => {
		const engine = await demoEngine();
		const format = '{{.Name}} {{.CPUPerc}} {{.MemUsage}} {{.NetIO}} {{.PIDs}}';
		const stats = await printed(engine, 'stats', '--no-stream', '--format', format);
		const api = /^shop-api-1 (\d+\.\d+)% [\d.]+MiB \/ 1GiB [\d.]+GB \/ [\d.]+GB 9$/m.exec(stats);
		expect(Number(api?.[1])).toBeGreaterThan(5);
		expect(Number(api?.[1])).toBeLessThan(100);
		expect(stats).toMatch(/^registry \d\.\d+% [\d.]+MiB \/ 31\.3GiB/m);
	});

	test('logs, with tail, time stamps and both streams', async () => {
		const engine = await demoEngine();
		const {stdout, stderr} = await docker(engine, 'logs', '--tail', '400', 'shop-api-1');
		expect(stdout).toMatch(/INFO {2}GET \/v1\/items 200/);
		expect(stderr).toContain('Traceback (most recent call last):');
		expect(`${stdout}${stderr}`.trimEnd().split('\n')).toHaveLength(400);
		const stamped = await printed(engine, 'logs', '-t', '-n', '1', 'scratchpad');
		expect(stamped).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z /);
		expect(await docker(engine, 'logs', 'observe-beacon-1')).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('configured logging driver does not support reading'),
		});
	});

	test('logs -f goes on, and ends with the container', async () => {
		const engine = await demoEngine();
		const logs = following(engine, 'logs', '-f', '--tail', '1', 'shop-web-1');
		await until(() => logs.text().split('\n').length > 4, 'new entries');
		await printed(engine, 'stop', 'shop-web-1');
		await until(() => logs.code() !== undefined, 'the end');
		expect(logs.code()).toBe(0);
		expect(logs.text()).toContain('signal 15 (SIGTERM) received, exiting');
	});

	test('inspect', async () => {
		const engine = await demoEngine();
		const [api] = JSON.parse(await printed(engine, 'inspect', 'shop-api-1'));
		expect(api).toMatchObject({Name: '/shop-api-1', State: {Health: {Status: 'healthy'}}});
		const [image] = JSON.parse(await printed(engine, 'inspect', 'postgres:16'));
		expect(image).toMatchObject({RepoTags: ['postgres:16']});
		const [network] = JSON.parse(await printed(engine, 'inspect', 'shop_back'));
		expect(network.Containers).not.toEqual({});
		const [volume] = JSON.parse(await printed(engine, 'inspect', 'shop_pg'));
		expect(volume.Driver).toBe('local');
		expect(await docker(engine, 'inspect', 'nobody')).toMatchObject({code: 1});
	});

	test('events shows a pause and its end', async () => {
		const engine = await demoEngine();
		const events = following(engine, 'events', '--filter', 'container=registry');
		await until(async () => {
			await printed(engine, 'pause', 'registry');
			expect(await stateOf(engine, 'registry')).toBe('paused');
			await printed(engine, 'unpause', 'registry');
			return /container pause[\s\S]*container unpause/.test(events.text());
		}, 'the events');
		expect(events.text()).toMatch(
			/container pause [0-9a-f]{64} \(image=registry:2\.8\.3, name=registry\)/,
		);
		const past = await printed(engine, 'events', '--since', '1m', '--until', '0s');
		expect(past).toMatch(/container die [0-9a-f]{64} \(.*exitCode=1.*name=billing-cron-1\)/);
	});

	test('restart, stop, start, kill, wait, rm', async () => {
		const engine = await demoEngine();
		expect(await printed(engine, 'restart', 'shop-redis-1')).toBe('shop-redis-1\n');
		expect(await printed(engine, 'ps', '--filter', 'name=shop-redis-1')).toMatch(
			/Up .*second.* \(health: starting\)/,
		);
		await printed(engine, 'stop', '-t', '1', 'shop-redis-1', 'shop-worker-1');
		expect(await stateOf(engine, 'shop-redis-1')).toBe('exited');
		expect(await printed(engine, 'wait', 'shop-worker-1')).toBe('137\n');
		await printed(engine, 'start', 'shop-redis-1');
		expect(await stateOf(engine, 'shop-redis-1')).toBe('running');
		expect(await docker(engine, 'rm', 'shop-redis-1')).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('container is running'),
		});
		await printed(engine, 'kill', 'shop-redis-1');
		await printed(engine, 'rm', 'shop-redis-1');
		await printed(engine, 'rm', '-f', 'registry');
		await printed(engine, 'rename', 'scratchpad', 'notes');
		await printed(engine, 'update', '--memory', '64m', '--memory-swap', '128m', 'notes');
		expect(await printed(engine, 'ps', '-a', '--format', '{{.Names}}')).not.toMatch(
			/redis|registry|scratchpad/,
		);
	});

	test('top, images, networks, volumes, version, info, system df', async () => {
		const engine = await demoEngine();
		expect(await printed(engine, 'top', 'shop-api-1')).toMatch(
			/UID +PID[\s\S]*gunicorn: worker \[app:api\]/,
		);
		expect(await printed(engine, 'images')).toMatch(/shop\/api +1\.8\.2 +[0-9a-f]{12}/);
		expect(await printed(engine, 'network', 'ls')).toMatch(/shop_front +bridge +local/);
		expect(await printed(engine, 'volume', 'ls')).toMatch(/local +shop_pg/);
		expect(await printed(engine, 'version')).toMatch(/Server: dockmon demo engine[\s\S]*27\.3\.1/);
		expect(await printed(engine, 'info')).toMatch(/Name: demo\n/);
		expect(await printed(engine, 'system', 'df')).toMatch(/Images +\d+/);
	});

	test('exec without a terminal', async () => {
		const engine = await demoEngine();
		expect(
			await docker(engine, 'exec', 'shop-api-1', 'sh', '-c', 'echo out; echo err >&2; exit 3'),
		).toEqual({
			code: 3,
			stdout: 'out\n',
			stderr: 'err\n',
		});
		expect(
			await printed(
				engine,
				'exec',
				'-e',
				'A=b',
				'-w',
				'/etc',
				'shop-api-1',
				'sh',
				'-c',
				'echo $A; pwd',
			),
		).toBe('b\n/etc\n');
		expect(await docker(engine, 'exec', 'observe-collector-1', 'sh')).toMatchObject({
			code: 127,
			stdout: expect.stringContaining('exec: "sh": executable file not found in $PATH'),
		});
		expect(await docker(engine, 'exec', 'observe-locust-1', 'sh')).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('is paused, unpause the container before exec'),
		});
	});

	test('exec -it … sh: a shell in a terminal that is resized', async () => {
		const engine = await demoEngine();
		const pty = await openPty({
			file: 'docker',
			args: [...flagsFor(engine), 'exec', '-it', 'shop-api-1', 'sh'],
			columns: 91,
			rows: 33,
		});
		onTestFinished(() => pty.dispose());
		await pty.until('$');
		pty.type('ls\r');
		await pty.until('requirements.txt');
		await until(async () => {
			pty.type('stty size\r');
			return pty.text().includes('33 91');
		}, 'the size of the terminal');
		pty.resize(70, 20);
		await until(async () => {
			pty.type('stty size\r');
			return pty.text().includes('20 70');
		}, 'the new size');
		pty.type('sleep 1000\r');
		pty.type('\u0003');
		pty.type('echo code $?\r');
		await pty.until('code 130');
		pty.type('exit 7\r');
		expect((await pty.end()).code).toBe(7);
	});
});
