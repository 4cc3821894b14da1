import {mkdtemp, readdir, rm, stat} from 'node:fs/promises';
import {tmpdir, userInfo} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi} from 'vitest';
import {openEngine} from '../../source/app/open-engine.ts';
import {type DemoEngine, startDemoEngine} from '../../source/demo/start.ts';
import {resolveEndpoint} from '../../source/engine/endpoint.ts';
import type {Engine} from '../../source/engine/engine.ts';
import {nodeFiles} from '../../source/engine/node-files.ts';
import type {EngineEvent} from '../../source/model/engine-event.ts';
import {collect} from '../helpers/collect.ts';
import {findRealEngine} from '../helpers/docker.ts';
import {
	type PrivateSshd,
	pathWith,
	type SshdOptions,
	startSshd,
	whyNoSshd,
} from '../helpers/sshd.ts';
import {until} from '../helpers/until.ts';
import {demoCast} from './demo-cast.ts';
import {engineContract} from './engine-contract.ts';
import {realCast} from './real-cast.ts';
import {realDebugCases} from './real-debug-cases.ts';

let folder: string;
let temporary: string;
let sshd: PrivateSshd;
const engines: Engine[] = [];
const {signal} = new AbortController();

const engineAt = async (host: string, isReadOnly = false): Promise<Engine> => {
	const endpoint = await resolveEndpoint({
		host,
		env: {},
		homeDirectory: folder,
		platform: process.platform,
		files: nodeFiles,
	});
	const {engine} = await openEngine(endpoint, {readsCgroups: true, isReadOnly});
	engines.push(engine);
	return engine;
};

/** For one case, instead of the server of all. */
const withSshd = async (options: SshdOptions, use: (own: PrivateSshd) => Promise<void>) => {
	const own = await startSshd(options);
	vi.stubEnv('PATH', pathWith(own));
	try {
		await use(own);
	} finally {
		vi.stubEnv('PATH', pathWith(sshd));
		for (const engine of engines.splice(0)) engine.dispose();
		await own.close();
	}
};

const socketFolders = async (): Promise<readonly string[]> =>
	(await readdir(temporary)).filter(name => name.startsWith('dockmon-ssh-'));

const nothingLeft = async (): Promise<void> => {
	await until(async () => (await sshd.sessions()).length === 0, 'ssh end');
	await until(async () => (await socketFolders()).length === 0, 'the folder of the socket go');
};

const reason = whyNoSshd();
if (reason !== undefined) {
	console.log(`skipped: ${reason}`);
	test('engines over ssh', ({skip}) => skip(reason));
} else {
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'dockmon-far-'));
		temporary = await mkdtemp(join(tmpdir(), 'dockmon-near-'));
		sshd = await startSshd();
		vi.stubEnv('PATH', pathWith(sshd));
		vi.stubEnv('TMPDIR', temporary);
	});
	const endAll = async (): Promise<void> => {
		for (const engine of engines.splice(0)) engine.dispose();
		await nothingLeft();
	};
	afterAll(async () => {
		vi.unstubAllEnvs();
		await sshd.close();
		await rm(folder, {recursive: true});
		await rm(temporary, {recursive: true});
	});

	describe('the tunnel', () => {
		afterEach(endAll);
		let demo: DemoEngine;
		let url: string;
		beforeEach(async () => {
			const socketPath = join(folder, 'demo.sock');
			demo = await startDemoEngine({listen: `unix://${socketPath}`, seed: 1});
			url = `${sshd.url}${socketPath}`;
			return () => demo.close();
		});

		test('shows the address that was given, and never takes the machine for this one', async () => {
			const engine = await engineAt(url);
			expect(await engine.connect(signal)).toMatchObject({
				endpoint: url,
				source: '--host',
				isLocal: false,
				cpus: expect.any(Number),
			});
		});

		test('read-only reaches through the tunnel', async () => {
			const engine = await engineAt(url, true);
			await engine.connect(signal);
			const [container] = await engine.listUp(signal);
			if (container === undefined) throw new Error('nothing runs');
			await expect(engine.act(container.ref, {verb: 'stop'}, signal)).rejects.toMatchObject({
				kind: 'read-only',
				isUnsent: true,
			});
			expect((await engine.inspect(container.ref, signal)).state).toBe(container.state);
		});

		test('is one connection, whatever runs through it', async () => {
			const engine = await engineAt(url);
			await engine.connect(signal);
			await Promise.all(Array.from({length: 40}, () => engine.list(signal)));
			await engine.connect(signal);
			expect(await sshd.sessions()).toHaveLength(1);
		});

		test('that dies breaks what ran through it, with its reason, and is made again', async () => {
			const engine = await engineAt(url);
			await engine.connect(signal);
			const broken = expect(collect(await engine.events(signal))).rejects.toMatchObject({
				kind: 'unreachable',
				message: expect.stringMatching(/^The ssh connection broke: .*closed/),
			});
			await sshd.killSessions();
			await broken;
			await expect(engine.ping(signal)).rejects.toMatchObject({
				message: expect.stringContaining('closed'),
			});
			await engine.connect(signal);
			expect(await engine.list(signal)).not.toHaveLength(0);
			expect(await sshd.sessions()).toHaveLength(1);
		});

		test('that is made again tells what happened meanwhile, and nothing twice', async () => {
			const [engine, beside] = [await engineAt(url), await engineAt(demo.endpoint)];
			await engine.connect(signal);
			await beside.connect(signal);
			const running = (await beside.list(signal)).find(({state}) => state === 'running');
			const ref = running?.ref ?? expect.fail('nothing runs');
			const seen: string[] = [];
			const note = async (events: AsyncIterable<EngineEvent>): Promise<void> => {
				for await (const event of events) {
					if (event.ref.id === ref.id && 'action' in event) seen.push(event.action);
				}
			};
			const first = note(await engine.events(signal));
			await beside.act(ref, {verb: 'pause'}, signal);
			await until(() => seen.length > 0, 'the pause be told');
			const broken = expect(first).rejects.toMatchObject({kind: 'unreachable'});
			await sshd.killSessions();
			await broken;
			await beside.act(ref, {verb: 'unpause'}, signal);
			await engine.connect(signal);
			const second = note(await engine.events(signal));
			await beside.act(ref, {verb: 'pause'}, signal);
			await until(
				() => seen.at(-1) === 'pause' && seen.length > 1,
				() => `a pause in ${seen}`,
			);
			expect(seen).toEqual(['pause', 'unpause', 'pause']);
			const brokenAgain = expect(second).rejects.toMatchObject({kind: 'unreachable'});
			await sshd.killSessions();
			await brokenAgain;
		});

		test('outlives the engine behind it', async () => {
			const engine = await engineAt(url);
			await engine.connect(signal);
			const before = await sshd.sessions();
			await demo.close();
			await expect(engine.connect(signal)).rejects.toMatchObject({
				kind: 'unreachable',
				message: expect.stringContaining(`there is no ${join(folder, 'demo.sock')}`),
			});
			demo = await startDemoEngine({listen: `unix://${join(folder, 'demo.sock')}`, seed: 1});
			await engine.connect(signal);
			expect(await sshd.sessions()).toEqual(before);
		});

		test('ends with an opening that nobody waits for', async () => {
			const engine = await engineAt(url);
			const abort = new AbortController();
			const connecting = engine.connect(abort.signal);
			abort.abort();
			await expect(connecting).rejects.toMatchObject({name: 'AbortError'});
		});

		test('lets nobody else in', async () => {
			const engine = await engineAt(url);
			await engine.connect(signal);
			const [name = ''] = await socketFolders();
			expect((await stat(join(temporary, name))).mode & 0o777).toBe(0o700);
			expect((await stat(join(temporary, name, 'engine.sock'))).mode & 0o777).toBe(0o600);
		});

		test('is not shared, and takes what the user configured', async () => {
			const {port} = new URL(url);
			await sshd.configure(
				`Host far\n\tHostName 127.0.0.1\n\tPort ${port}\n\tUser ${userInfo().username}\nHost *\n\tControlMaster auto\n\tControlPath ${folder}/control\n\tControlPersist yes\n\tLogLevel QUIET\n\tIgnoreUnknown ForkAfterAuthentication\n\tForkAfterAuthentication yes`,
			);
			const engine = await engineAt(`ssh://far${join(folder, 'demo.sock')}`);
			// The key of the host is known by its address, not by its alias.
			await expect(engine.connect(signal)).resolves.toMatchObject({isLocal: false});
			expect(await readdir(folder)).not.toContain('control');
			expect(await sshd.sessions()).toHaveLength(1);
			await sshd.configure('');
		});
	});

	describe('what goes wrong, in words', () => {
		afterEach(endAll);
		const failure = async (engine: Engine): Promise<unknown> =>
			engine.connect(signal).then(
				() => 'connected',
				(error: unknown) => error,
			);

		test('a host whose key is not known', async () => {
			await withSshd({}, async own => {
				await own.writeKnownHosts('');
				expect(await failure(await engineAt(own.url))).toMatchObject({
					kind: 'permission',
					message: `The host key of ${own.url} is not known`,
				});
			});
		});

		test('a host whose key has changed', async () => {
			await withSshd({}, async own => {
				await own.writeKnownHosts(own.knownHost(own.otherKey));
				expect(await failure(await engineAt(own.url))).toMatchObject({
					kind: 'permission',
					message: `The host key of ${own.url} is not the one that is known`,
					hint: expect.stringContaining('ssh-keygen -R'),
				});
			});
		});

		test('a key that is refused', async () => {
			await withSshd({acceptsKey: false}, async own => {
				expect(await failure(await engineAt(own.url))).toMatchObject({
					kind: 'permission',
					message: expect.stringMatching(/refuses the login: .*Permission denied \(publickey\)/),
					retryAfterMillis: expect.any(Number),
				});
			});
		});

		test('a key with a passphrase and no agent: nobody is asked, and the agent is named', async () => {
			await withSshd({passphrase: 'a long one'}, async own => {
				expect(await failure(await engineAt(own.url))).toMatchObject({
					kind: 'permission',
					hint: expect.stringMatching(/no passphrase: .*ssh-add/),
				});
			});
		});

		test('an ssh server that does not forward sockets', async () => {
			const socketPath = join(folder, 'walled.sock');
			const demo = await startDemoEngine({listen: `unix://${socketPath}`, seed: 1});
			await withSshd({settings: 'AllowStreamLocalForwarding no'}, async own => {
				expect(await failure(await engineAt(own.url + socketPath))).toMatchObject({
					kind: 'permission',
					message: `The ssh server of ${own.url}${socketPath} does not forward sockets`,
					hint: expect.stringContaining('AllowStreamLocalForwarding'),
				});
			});
			await demo.close();
		});

		test('nobody at that port', async () => {
			const {url} = await startSshd().then(async gone => {
				await gone.close();
				return gone;
			});
			expect(await failure(await engineAt(url))).toMatchObject({
				kind: 'unreachable',
				message: `${url} cannot be reached: no ssh server listens there`,
			});
		});

		test('something else than an ssh server', async () => {
			const demo = await startDemoEngine({listen: 'tcp://127.0.0.1:0', seed: 1});
			const url = demo.endpoint.replace('tcp:', 'ssh:');
			expect(await failure(await engineAt(url))).toMatchObject({
				kind: 'unreachable',
				message: expect.stringContaining('before the login'),
			});
			await demo.close();
		});

		test('no Docker there', async () => {
			const url = `${sshd.url}${join(folder, 'nobody.sock')}`;
			expect(await failure(await engineAt(url))).toMatchObject({
				kind: 'unreachable',
				message: `No engine at ${url}: there is no ${join(folder, 'nobody.sock')}`,
			});
		});
	});

	const real = await findRealEngine();
	if (typeof real === 'string') {
		console.log(`skipped: ${real}`);
		test('a real engine over ssh', ({skip}) => skip(real));
	} else
		test('a real engine is the same over ssh', async () => {
			const {transport} = real.endpoint;
			const path = transport.kind === 'unix' ? transport.socketPath : '';
			const ref = await real.run('sleep 3600');
			const engine = await engineAt(`${sshd.url}${path}`);
			const info = await engine.connect(signal);
			expect(info).toMatchObject({isLocal: false, name: expect.any(String)});
			expect(await engine.list(signal)).toContainEqual(expect.objectContaining({ref}));
			await real.cleanup();
			await endAll();
		});

	if (typeof real !== 'string') {
		const far = (): Promise<Engine> => {
			const {transport} = real.endpoint;
			return engineAt(`${sshd.url}${transport.kind === 'unix' ? transport.socketPath : ''}`);
		};
		describe('the first process of a real container, over ssh', () => {
			engineContract(
				'real engine over ssh',
				async () => ({engine: await far(), cast: realCast(real), close: () => real.cleanup()}),
				['attach'],
			);
		});
		describe('debug containers of a real engine over ssh', () => realDebugCases(real, {open: far}));
		afterAll(endAll);
	}

	describe('one tunnel for all cases', () => {
		let engine: Engine | undefined;
		afterAll(endAll);

		engineContract('demo engine over ssh', async () => {
			const socketPath = join(folder, 'one-case.sock');
			const demo = await startDemoEngine({listen: `unix://${socketPath}`, seed: 1});
			engine ??= await engineAt(`${sshd.url}${socketPath}`);
			return {
				engine: {...engine, dispose: () => undefined},
				cast: demoCast(engine),
				close: () => demo.close(),
			};
		});
	});
}
