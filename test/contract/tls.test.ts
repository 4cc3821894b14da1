import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {SecureVersion} from 'node:tls';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {type DemoEngine, startDemoEngine} from '../../source/demo/start.ts';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import {resolveEndpoint} from '../../source/engine/endpoint.ts';
import type {Engine} from '../../source/engine/engine.ts';
import {nodeFiles} from '../../source/engine/node-files.ts';
import {localHost} from '../../source/model/ids.ts';
import {type Certificates, findOpenssl, makeCertificates} from '../helpers/certificates.ts';
import {writeContext as writeDockerContext} from '../helpers/docker-context.ts';
import {startTlsGuard, type TlsGuard} from '../helpers/tls-guard.ts';
import {demoCast} from './demo-cast.ts';
import {engineContract} from './engine-contract.ts';

const versions: readonly SecureVersion[] = ['TLSv1.2', 'TLSv1.3'];

let folder: string;
let certificates: Certificates;
let demo: DemoEngine;
const closing: (() => unknown)[] = [];

const guard = (version: SecureVersion): Promise<TlsGuard> =>
	startTlsGuard(join(folder, 'engine.sock'), certificates.server, version);

const engineAt = async (
	env: Readonly<Record<string, string>>,
	context?: string,
): Promise<Engine> => {
	const {transport, ...named} = await resolveEndpoint({
		...(context !== undefined && {context}),
		env,
		homeDirectory: folder,
		platform: 'linux',
		files: nodeFiles,
	});
	if (transport.kind === 'ssh') throw new Error('not over TLS');
	const engine = createDockerEngine({...named, transport}, localHost);
	closing.push(() => engine.dispose());
	return engine;
};

const byEnvironment = (port: number, certPath: string): Promise<Engine> =>
	engineAt({
		DOCKER_HOST: `tcp://127.0.0.1:${port}`,
		DOCKER_TLS_VERIFY: '1',
		DOCKER_CERT_PATH: certPath,
	});

const writeContext = (
	name: string,
	{port, certPath, skipsVerify}: {port: number; certPath: string; skipsVerify?: boolean},
): Promise<void> =>
	writeDockerContext(join(folder, '.docker'), name, {
		...{host: `tcp://127.0.0.1:${port}`, certPath, skipsVerify: skipsVerify === true},
	});

const {signal} = new AbortController();

const openssl = await findOpenssl();
if (openssl === undefined) {
	const reason = 'no openssl to make certificates with';
	if (process.env['DOCKMON_REQUIRE_ENGINE'] === '1') throw new Error(reason);
	console.log(`skipped: ${reason}`);
	test('engines behind TLS', ({skip}) => skip(reason));
} else {
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'dockmon-tls-'));
		certificates = await makeCertificates(folder);
		demo = await startDemoEngine({listen: `unix://${join(folder, 'engine.sock')}`, seed: 1});
	});
	afterEach(async () => {
		for (const close of closing.splice(0).reverse()) await close();
	});
	afterAll(async () => {
		await demo.close();
		await rm(folder, {recursive: true});
	});

	describe.each(versions)('over %s', version => {
		let port: number;
		beforeAll(async () => {
			const guarded = await guard(version);
			({port} = guarded);
			return guarded.close;
		});

		test('the environment brings the certificates', async () => {
			const engine = await byEnvironment(port, certificates.good);
			const info = await engine.connect(signal);
			expect(info).toMatchObject({
				endpoint: `tcp://127.0.0.1:${port}`,
				source: 'DOCKER_HOST',
				isLocal: false,
			});
			expect(await engine.list(signal)).not.toHaveLength(0);
		});

		test('a context brings its own', async () => {
			await writeContext(`far ${version}`, {port, certPath: certificates.good});
			const engine = await engineAt({}, `far ${version}`);
			expect(await engine.connect(signal)).toMatchObject({context: `far ${version}`});
		});

		test('without a client certificate, that is what is said, however late it is told', async () => {
			for (let round = 0; round < 10; round++) {
				const engine = await byEnvironment(port, certificates.none);
				await expect(engine.connect(signal)).rejects.toMatchObject({
					kind: 'permission',
					message: `tcp://127.0.0.1:${port} refuses this client's certificate`,
					hint: expect.stringContaining('cert.pem and key.pem'),
				});
			}
		});

		// Docker says why, see the unit test of network errors; the TLS server of Node only hangs up.
		test.each(['foreign', 'expired'] as const)(
			'a client certificate that is %s is thought of when the engine hangs up',
			async which => {
				const engine = await byEnvironment(port, certificates[which]);
				await expect(engine.connect(signal)).rejects.toMatchObject({
					kind: 'unreachable',
					hint: expect.stringContaining('client certificate'),
				});
			},
		);

		test('an engine whose authority is not known is not spoken to', async () => {
			const engine = await byEnvironment(port, certificates.mistrusting);
			await expect(engine.connect(signal)).rejects.toMatchObject({
				kind: 'protocol',
				message: expect.stringMatching(/certificate of tcp:.* is not accepted/),
				hint: expect.stringContaining('ca.pem'),
			});
		});

		test('a context that skips the check takes it all the same', async () => {
			const name = `careless ${version}`;
			await writeContext(name, {port, certPath: certificates.mistrusting, skipsVerify: true});
			const engine = await engineAt({}, name);
			expect(await engine.connect(signal)).toMatchObject({context: name});
		});

		test('a certificate for another name is not accepted', async () => {
			const engine = await engineAt({
				DOCKER_HOST: `tcp://localhost:${port}`,
				DOCKER_TLS_VERIFY: '1',
				DOCKER_CERT_PATH: certificates.good,
			});
			await expect(engine.connect(signal)).rejects.toMatchObject({
				kind: 'protocol',
				message: expect.stringContaining('altnames'),
			});
		});
	});

	test.each([
		['cert.pem', 'no certificate'],
		['key.pem', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'],
	])('a %s that is none is a mistake of ours', async (file, text) => {
		const certPath = join(folder, `broken-${file}`);
		await cp(certificates.good, certPath, {recursive: true});
		await writeFile(join(certPath, file), text);
		const engine = await byEnvironment(1, certPath);
		await expect(engine.connect(signal)).rejects.toMatchObject({
			kind: 'invalid',
			hint: expect.stringContaining('key.pem'),
		});
	});

	engineContract('demo engine behind TLS', async () => {
		const socketPath = join(folder, 'one-case.sock');
		const world = await startDemoEngine({listen: `unix://${socketPath}`, seed: 1});
		const guarded = await startTlsGuard(socketPath, certificates.server, 'TLSv1.3');
		const engine = await byEnvironment(guarded.port, certificates.good);
		return {
			engine,
			cast: demoCast(engine),
			async close() {
				await guarded.close();
				await world.close();
			},
		};
	});
}
