import {chmod, mkdtemp, readdir, rm, symlink, writeFile} from 'node:fs/promises';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import type {SshEndpoint} from '../../../../source/engine/endpoint.ts';
import type {Engine} from '../../../../source/engine/engine.ts';
import {createSshEngine} from '../../../../source/engine/ssh/create.ts';
import {openTunnel, type Tunnel} from '../../../../source/engine/ssh/tunnel.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {localHost} from '../../../../source/model/ids.ts';
import {until} from '../../../helpers/until.ts';

const endpoint: SshEndpoint = {
	url: 'ssh://web-1',
	source: '--host',
	transport: {kind: 'ssh', address: {host: 'web-1', remoteSocket: '/var/run/docker.sock'}},
};

let folder: string;
let tunnel: Tunnel | undefined;
const {signal} = new AbortController();

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'dockmon-fake-'));
	vi.stubEnv('TMPDIR', folder);
	vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
});
afterEach(async () => {
	tunnel?.close();
	tunnel = undefined;
	await until(async () => (await leftOver()).length === 0, 'the folder of the socket go');
	vi.unstubAllEnvs();
	await rm(folder, {recursive: true});
});

const leftOver = async (): Promise<readonly string[]> =>
	(await readdir(folder)).filter(name => name.startsWith('dockmon-ssh-'));

/** A program that stands in for ssh. */
const fakeSsh = async (script: string): Promise<void> => {
	const path = join(folder, 'ssh');
	await writeFile(path, `#!/bin/sh\n${script}\n`);
	await chmod(path, 0o755);
};

/** Listens as ssh does, refuses every connection, and ends with the code where it shall run a command. */
const refusingSsh = async (words: string, commandCode: number, before = ''): Promise<void> => {
	const program = join(folder, 'fake.mjs');
	await writeFile(
		program,
		`import {execFileSync} from 'node:child_process';
		import {createServer} from 'node:net';
		const argv = process.argv.slice(2);
		if (!argv.includes('-NT')) {
			${before};
			process.exit(${commandCode});
		}
		const [path] = argv[argv.indexOf('-L') + 1].split(':');
		createServer(socket => {
			process.stderr.write(${JSON.stringify(words)}, () => socket.destroy());
		}).listen(path);`,
	);
	await fakeSsh(`exec '${process.execPath}' '${program}' "$@"`);
};

const dialOnce = ({socketPath}: Pick<Tunnel, 'socketPath'>): Promise<void> =>
	new Promise(resolve => {
		connect(socketPath)
			.on('error', () => undefined)
			.on('close', () => resolve());
	});

describe('a tunnel that cannot be made', () => {
	test('says what ssh said', async () => {
		await fakeSsh('echo "ssh: connect to host web-1 port 22: Connection refused" >&2; exit 255');
		await expect(openTunnel(endpoint, signal)).rejects.toMatchObject({
			kind: 'unreachable',
			message: expect.stringContaining('no ssh server listens'),
		});
	});

	test('without ssh says so', async () => {
		vi.stubEnv('PATH', folder);
		for (const name of ['rm', 'sleep']) await symlink(`/bin/${name}`, join(folder, name));
		await expect(openTunnel(endpoint, signal)).rejects.toMatchObject({kind: 'unsupported'});
	});

	test('is given up when nobody waits any more, and nothing is left', async () => {
		await fakeSsh(`echo $$ >'${folder}/pid'; exec sleep 600`);
		const abort = new AbortController();
		const opening = openTunnel(endpoint, abort.signal);
		await until(async () => (await readdir(folder)).includes('pid'), 'ssh start');
		abort.abort();
		await expect(opening).rejects.toMatchObject({name: 'AbortError'});
	});

	test('in a folder with an impossible name is a mistake of ours', async () => {
		vi.stubEnv('TMPDIR', join(folder, 'a:b'));
		await expect(openTunnel(endpoint, signal)).rejects.toMatchObject({
			kind: 'invalid',
			hint: expect.stringContaining('TMPDIR'),
		});
		vi.stubEnv('TMPDIR', folder);
	});
});

test('an ssh from before 8.7 is asked in the words it knows', async () => {
	const program = join(folder, 'listen.mjs');
	await writeFile(
		program,
		`import {createServer} from 'node:net';
		const argv = process.argv.slice(2);
		if (argv.includes('ForkAfterAuthentication=no')) {
			console.error('command-line: line 0: Bad configuration option: forkafterauthentication');
			process.exit(255);
		}
		createServer(() => undefined).listen(argv[argv.indexOf('-L') + 1].split(':')[0]);`,
	);
	await fakeSsh(`exec '${process.execPath}' '${program}' "$@"`);
	tunnel = await openTunnel(endpoint, signal);
	expect(tunnel.isUp()).toBe(true);
	expect(await leftOver()).toHaveLength(1);
});

describe('connections that the other side refuses', () => {
	const refused = 'channel 1: open failed: connect failed: open failed\n';

	test.each([
		[41, refused, 'unreachable', /there is no \/var\/run\/docker\.sock/],
		[42, refused, 'permission', /may not open \/var\/run\/docker\.sock/],
		[43, refused, 'permission', /does not forward sockets/],
		[1, refused, 'unreachable', /No engine answers at ssh:\/\/web-1/],
		[
			41,
			'channel 1: open failed: administratively prohibited: open failed\n',
			'permission',
			/does not forward sockets/,
		],
	])('the check there ends with %i', async (code, words, kind, message) => {
		await refusingSsh(words, code);
		tunnel = await openTunnel(endpoint, signal);
		await dialOnce(tunnel);
		expect(await tunnel.whyBroken()).toMatchObject({
			kind,
			message: expect.stringMatching(message),
			hint: expect.any(String),
		});
		expect(tunnel.isUp()).toBe(true);
	});

	test('are told without their reason to those who cannot wait, and with it later', async () => {
		const [answer, asked] = [join(folder, 'answer'), join(folder, 'asked')];
		await refusingSsh(
			refused,
			41,
			`execFileSync('sh', ['-c', 'mkfifo ${answer}; echo >${asked}; cat ${answer}'])`,
		);
		tunnel = await openTunnel(endpoint, signal);
		await dialOnce(tunnel);
		const patience = new AbortController();
		const [soon, late] = [tunnel.whyBroken(patience.signal), tunnel.whyBroken()];
		await until(async () => (await readdir(folder)).includes('asked'), 'the second login');
		patience.abort();
		expect(await soon).toMatchObject({
			kind: 'unreachable',
			message: 'ssh://web-1 refuses connections to /var/run/docker.sock',
		});
		await writeFile(answer, '');
		const whole = {message: expect.stringContaining('there is no /var/run/docker.sock')};
		expect(await late).toMatchObject(whole);
		expect(await tunnel.whyBroken(AbortSignal.abort())).toMatchObject(whole);
	});

	test('of which none has been since, are no reason for a break', async () => {
		await refusingSsh(refused, 41);
		tunnel = await openTunnel(endpoint, signal);
		await dialOnce(tunnel);
		expect(await tunnel.whyBroken()).toBeDefined();
		tunnel.forget();
		expect(await tunnel.whyBroken()).toBeUndefined();
	});
});

test('an engine that is refused is lost at once, also where the second login hangs', async () => {
	await refusingSsh(
		'channel 1: open failed: connect failed: open failed\n',
		41,
		'await new Promise(() => setInterval(() => undefined, 1000))',
	);
	const refusedBy = async (socketPath: string): Promise<never> => {
		await dialOnce({socketPath});
		throw new EngineError('unreachable', 'The connection broke');
	};
	let isThere = true;
	const engine = createSshEngine({
		endpoint,
		hostId: localHost,
		createEngine: ({transport}) => {
			const socketPath = transport.kind === 'unix' ? transport.socketPath : '';
			const call = () => (isThere ? Promise.resolve() : refusedBy(socketPath));
			return {connect: call, ping: call, dispose: () => undefined} as unknown as Engine;
		},
	});
	await engine.connect(signal);
	isThere = false;
	await expect(engine.ping(signal)).rejects.toMatchObject({
		message: 'ssh://web-1 refuses connections to /var/run/docker.sock',
	});
	// It shows nothing before it is over, so it waits for the reason, unless it shall end.
	const abort = new AbortController();
	const connecting = engine.connect(abort.signal);
	abort.abort();
	await expect(connecting).rejects.toMatchObject({name: 'AbortError'});
	engine.dispose();
});
