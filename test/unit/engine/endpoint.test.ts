import {createHash} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import {
	type Endpoint,
	type EndpointInput,
	resolveEndpoint,
} from '../../../source/engine/endpoint.ts';

type Files = Readonly<Record<string, string>>;

const home = '/home/ann';
const contextFolder = (name: string): string => createHash('sha256').update(name).digest('hex');
const metaPath = (name: string): string =>
	`${home}/.docker/contexts/meta/${contextFolder(name)}/meta.json`;
const tlsPath = (name: string, file: string): string =>
	`${home}/.docker/contexts/tls/${contextFolder(name)}/docker/${file}`;
const meta = (docker: object): string => JSON.stringify({Name: 'x', Endpoints: {docker}});

/** A socket file to which nobody listens. */
const deaf = 'nobody';

const resolve = (
	input: Partial<Omit<EndpointInput, 'files'>> & {files?: Files} = {},
): Promise<Endpoint> => {
	const {files = {}, ...rest} = input;
	return resolveEndpoint({
		env: {},
		homeDirectory: home,
		platform: 'linux',
		...rest,
		files: {
			readText: async path => files[path],
			exists: async path => path in files,
			accepts: async path => path in files && files[path] !== deaf,
		},
	});
};

const unix = (path: string, source: string) => ({
	url: `unix://${path}`,
	source,
	transport: {kind: 'unix', socketPath: path},
});

describe('order', () => {
	const everything: Files = {
		'/var/run/docker.sock': '',
		[`${home}/.docker/config.json`]: '{"currentContext":"work"}',
		[metaPath('work')]: meta({Host: 'unix:///work.sock'}),
		[metaPath('lab')]: meta({Host: 'unix:///lab.sock'}),
	};
	const env = {DOCKER_HOST: 'unix:///env.sock', DOCKER_CONTEXT: 'lab'};

	test.each([
		[{host: 'unix:///flag.sock', env}, unix('/flag.sock', '--host')],
		[
			{context: 'lab', env},
			{...unix('/lab.sock', '--context'), context: 'lab'},
		],
		[{env}, unix('/env.sock', 'DOCKER_HOST')],
		[{env: {DOCKER_CONTEXT: 'lab'}}, {...unix('/lab.sock', 'DOCKER_CONTEXT'), context: 'lab'}],
		[{}, {...unix('/work.sock', 'current context'), context: 'work'}],
		[{context: 'default'}, {...unix('/var/run/docker.sock', 'default socket'), context: 'default'}],
	])('%j', async (input, expected) => {
		expect(await resolve({files: everything, ...input})).toEqual(expected);
	});

	test('host and context together are a mistake', async () => {
		await expect(resolve({host: 'unix:///a', context: 'b'})).rejects.toMatchObject({
			kind: 'invalid',
		});
	});

	test('DOCKER_CONFIG names another folder', async () => {
		const files = {
			'/etc/docker-cli/config.json': '{"currentContext":"far"}',
			[`/etc/docker-cli/contexts/meta/${contextFolder('far')}/meta.json`]: meta({
				Host: 'tcp://far:2375',
			}),
		};
		expect(await resolve({files, env: {DOCKER_CONFIG: '/etc/docker-cli'}})).toMatchObject({
			url: 'tcp://far:2375',
			context: 'far',
		});
	});
});

describe('sockets', () => {
	test('one that nobody listens to hides no other', async () => {
		const files = {
			'/var/run/docker.sock': deaf,
			[`${home}/.docker/run/docker.sock`]: deaf,
			'/run/podman/podman.sock': '',
		};
		expect(await resolve({files})).toEqual(unix('/run/podman/podman.sock', 'podman socket'));
	});

	test('the first one is named where nobody listens to any', async () => {
		const path = `${home}/.colima/default/docker.sock`;
		const files = {[path]: deaf, '/run/podman/podman.sock': deaf};
		expect(await resolve({files})).toEqual(unix(path, 'desktop socket'));
	});

	const runtime = {XDG_RUNTIME_DIR: '/run/user/1000'};

	test.each([
		['/run/user/1000/docker.sock', 'rootless socket'],
		[`${home}/.docker/run/docker.sock`, 'desktop socket'],
		[`${home}/.docker/desktop/docker.sock`, 'desktop socket'],
		[`${home}/.colima/default/docker.sock`, 'desktop socket'],
		[`${home}/.orbstack/run/docker.sock`, 'desktop socket'],
		['/run/user/1000/podman/podman.sock', 'podman socket'],
		['/run/podman/podman.sock', 'podman socket'],
	])('%s is found as %s', async (path, source) => {
		expect(await resolve({env: runtime, files: {[path]: ''}})).toEqual(unix(path, source));
	});

	test('the default one comes first, and is named when there is none', async () => {
		const expected = unix('/var/run/docker.sock', 'default socket');
		const files = {'/var/run/docker.sock': '', '/run/podman/podman.sock': ''};
		expect(await resolve({files})).toEqual(expected);
		expect(await resolve()).toEqual(expected);
	});

	test('Windows has a named pipe', async () => {
		expect(await resolve({platform: 'win32'})).toEqual({
			url: 'npipe:////./pipe/docker_engine',
			source: 'default socket',
			transport: {kind: 'unix', socketPath: '//./pipe/docker_engine'},
		});
	});
});

describe('addresses', () => {
	const tcp = (host: string, port: number, tls?: object) => ({
		transport: {kind: 'tcp', host, port, ...(tls && {tls})},
	});

	test.each([
		['unix://', unix('/var/run/docker.sock', '--host')],
		['/tmp/x.sock', unix('/tmp/x.sock', '--host')],
		['unix:///run/user/1000/docker.sock', unix('/run/user/1000/docker.sock', '--host')],
		['unix:///tmp/podman.sock', unix('/tmp/podman.sock', '--host')],
		['tcp://10.0.0.5', tcp('10.0.0.5', 2375)],
		['tcp://10.0.0.5:1234/', tcp('10.0.0.5', 1234)],
		['tcp://host:80', tcp('host', 80)],
		['host:2375', tcp('host', 2375)],
		['tcp://[fe80::1]:2375', tcp('fe80::1', 2375)],
		['http://host:2375', tcp('host', 2375)],
		['tcp://host:2376', tcp('host', 2376, {verify: true})],
		['https://host', tcp('host', 2376, {verify: true})],
	])('%s', async (host, expected) => {
		expect(await resolve({host})).toMatchObject(expected);
	});

	test.each([
		'ftp://host',
		'unix://relative.sock',
		'tcp://',
		'tcp://host/path',
		'tcp://u@host',
		'',
	])('%j is refused, with a hint', async host => {
		await expect(resolve({host})).rejects.toMatchObject({
			kind: 'invalid',
			hint: expect.stringContaining('unix://'),
		});
	});

	test('ssh is a way too, whoever names it', async () => {
		const far = {
			url: 'ssh://ann@box',
			transport: {
				kind: 'ssh',
				address: {user: 'ann', host: 'box', remoteSocket: '/var/run/docker.sock'},
			},
		};
		const files = {[metaPath('lab')]: meta({Host: 'ssh://ann@box'})};
		expect(await resolve({host: 'ssh://ann@box'})).toEqual({...far, source: '--host'});
		expect(await resolve({env: {DOCKER_HOST: 'SSH://ann@box'}})).toEqual({
			...far,
			source: 'DOCKER_HOST',
		});
		expect(await resolve({context: 'lab', files})).toEqual({
			...far,
			source: '--context',
			context: 'lab',
		});
	});

	test('ssh is not there on Windows', async () => {
		await expect(resolve({host: 'ssh://box', platform: 'win32'})).rejects.toMatchObject({
			kind: 'unsupported',
		});
	});
});

test.each(['tcp://ann:secret@box:2375', 'ssh://ann:secret@box', 'odd://ann:secret@box'])(
	'a password gets into no message: %s',
	async host => {
		for (const platform of ['linux', 'win32'] as const) {
			const failure = await resolve({host, platform}).catch((error: Error) => error.message);
			expect(failure).toEqual(expect.stringContaining('box'));
			expect(failure).not.toContain('secret');
		}
	},
);

describe('TLS', () => {
	const files: Files = {'/certs/ca.pem': 'CA', '/certs/cert.pem': 'CERT', '/certs/key.pem': 'KEY'};
	const pem = {ca: 'CA', cert: 'CERT', key: 'KEY'};
	const tlsOf = (endpoint: Endpoint) =>
		endpoint.transport.kind === 'tcp' ? endpoint.transport.tls : undefined;

	test('DOCKER_TLS_VERIFY takes the files of DOCKER_CERT_PATH', async () => {
		const env = {DOCKER_HOST: 'tcp://h', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs'};
		const endpoint = await resolve({env, files});
		expect(endpoint.url).toBe('tcp://h:2376');
		expect(tlsOf(endpoint)).toEqual({...pem, verify: true});
	});

	test('DOCKER_TLS alone checks nothing', async () => {
		const env = {DOCKER_HOST: 'tcp://h', DOCKER_TLS: '1'};
		expect(tlsOf(await resolve({env}))).toEqual({verify: false});
	});

	test('a certificate path without files is an error, not a plain connection', async () => {
		const env = {DOCKER_HOST: 'tcp://h', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/empty'};
		await expect(resolve({env})).rejects.toMatchObject({kind: 'invalid'});
	});

	test('half a client certificate is an error', async () => {
		const env = {DOCKER_HOST: 'tcp://h', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs'};
		await expect(resolve({env, files: {'/certs/cert.pem': 'CERT'}})).rejects.toMatchObject({
			kind: 'invalid',
			message: expect.stringContaining('cert.pem'),
		});
	});

	test('a context brings its own', async () => {
		const endpoint = await resolve({
			context: 'far',
			files: {
				[metaPath('far')]: meta({Host: 'tcp://far:2376', SkipTLSVerify: true}),
				[tlsPath('far', 'ca.pem')]: 'CA',
				[tlsPath('far', 'cert.pem')]: 'CERT',
				[tlsPath('far', 'key.pem')]: 'KEY',
			},
		});
		expect(tlsOf(endpoint)).toEqual({...pem, verify: false});
	});
});

describe('broken contexts', () => {
	const cases: ReadonlyArray<readonly [string, Files]> = [
		['unknown', {}],
		['not JSON', {[metaPath('work')]: '{'}],
		['without a host', {[metaPath('work')]: '{"Endpoints":{}}'}],
		['null', {[metaPath('work')]: 'null'}],
	];
	test.each(cases)('%s: an error with a hint, never another endpoint', async (_name, files) => {
		const all = {'/var/run/docker.sock': '', ...files};
		await expect(resolve({context: 'work', files: all})).rejects.toMatchObject({
			kind: 'invalid',
			hint: expect.any(String),
		});
	});

	test('a broken config.json is not passed over', async () => {
		const files = {'/var/run/docker.sock': '', [`${home}/.docker/config.json`]: '{nonsense'};
		await expect(resolve({files})).rejects.toMatchObject({
			kind: 'invalid',
			message: expect.stringContaining('config.json'),
		});
	});

	test('a file that may not be read is an error too', async () => {
		await expect(
			resolveEndpoint({
				env: {},
				homeDirectory: home,
				platform: 'linux',
				files: {
					readText: async () => {
						throw new Error('EACCES: permission denied');
					},
					exists: async () => true,
					accepts: async () => true,
				},
			}),
		).rejects.toMatchObject({kind: 'invalid', message: expect.stringContaining('EACCES')});
	});
});
