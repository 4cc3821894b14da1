import {spawn} from 'node:child_process';
import {chmod, copyFile, mkdir, mkdtemp, rm, symlink} from 'node:fs/promises';
import {request} from 'node:http';
import {homedir, tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Readable} from 'node:stream';
import {type Endpoint, resolveEndpoint} from '../../source/engine/endpoint.ts';
import {nodeFiles} from '../../source/engine/node-files.ts';
import {type ContainerRef, localHost} from '../../source/model/ids.ts';

/** The image of every fixture; made here when it is missing, because tests pull nothing. */
const image = 'busybox:local';
/** On everything that a test creates. */
const label = 'dockmon.test';
const busyboxPaths = ['/bin/busybox', '/usr/bin/busybox'];
const answerMillis = 2000;

export interface ContainerOptions {
	readonly name?: string;
	readonly tty?: boolean;
	readonly logDriver?: 'json-file' | 'local' | 'none';
	readonly env?: readonly string[];
	/** Created only. */
	readonly isStarted?: boolean;
	readonly nanoCpus?: number;
	/** A shell command that the engine runs once a second. */
	readonly probe?: string;
	readonly labels?: Readonly<Record<string, string>>;
}

export interface RealEngine {
	readonly endpoint: Endpoint;
	/** A container that runs a busybox script and that `cleanup` removes. */
	run(script: string, options?: ContainerOptions): Promise<ContainerRef>;
	get(path: string): Promise<unknown>;
	/** Command lines in the container, as the engine's `top` tells. */
	processes(ref: ContainerRef): Promise<readonly string[]>;
	cleanup(): Promise<void>;
}

/**
 * The real engine of this machine, or the reason why there is none. With DOCKMON_REQUIRE_ENGINE=1
 * or CI set a missing engine is a failure.
 */
export const findRealEngine = async (): Promise<RealEngine | string> => {
	const reason = await whyNot();
	if (typeof reason !== 'string') return reason;
	const {DOCKMON_REQUIRE_ENGINE: required, CI: ci} = process.env;
	if (required === '1' || (ci && ci !== 'false'))
		throw new Error(`An engine is required: ${reason}`);
	return reason;
};

const whyNot = async (): Promise<RealEngine | string> => {
	const endpoint = await resolveEndpoint({
		env: process.env,
		homeDirectory: homedir(),
		platform: process.platform,
		files: nodeFiles,
	});
	if (endpoint.transport.kind !== 'unix') return `${endpoint.url} is no unix socket`;
	const api = createApi(endpoint.transport.socketPath);
	try {
		await api('GET', '/_ping', undefined, answerMillis);
	} catch (error) {
		return `no engine at ${endpoint.url}: ${error instanceof Error ? error.message : error}`;
	}
	await ensureImage(api);
	return createRealEngine(endpoint, api);
};

const createRealEngine = (endpoint: Endpoint, api: Api): RealEngine => {
	const created = new Set<string>();
	return {
		endpoint,
		get: path => api('GET', path),
		async run(script, options = {}) {
			const query = options.name === undefined ? '' : `?name=${options.name}`;
			const answer = await api('POST', `/containers/create${query}`, createBody(script, options));
			const {Id: id} = answer as {Id: string};
			created.add(id);
			if (options.isStarted !== false) await api('POST', `/containers/${id}/start`);
			return {hostId: localHost, id};
		},
		async processes({id}) {
			const {Processes: rows} = (await api('GET', `/containers/${id}/top`)) as {
				Processes: string[][];
			};
			return rows.map(row => row.at(-1) ?? '');
		},
		async cleanup() {
			await Promise.all([...created].map(id => api('DELETE', `/containers/${id}?force=1&v=1`)));
			created.clear();
		},
	};
};

const createBody = (script: string, options: ContainerOptions) => ({
	Image: image,
	Cmd: ['sh', '-c', script],
	Tty: options.tty ?? false,
	OpenStdin: options.tty ?? false,
	Env: options.env ?? [],
	Labels: {...options.labels, [label]: '1'},
	StopTimeout: 0,
	...(options.probe !== undefined && {
		Healthcheck: {Test: ['CMD-SHELL', options.probe], Interval: 1e9, Timeout: 5e9, Retries: 2},
	}),
	HostConfig: {
		// A machine without a bridge cannot start anything with the default network.
		NetworkMode: 'none',
		LogConfig: {Type: options.logDriver ?? 'json-file'},
		...(options.nanoCpus !== undefined && {NanoCpus: options.nanoCpus}),
	},
});

type Api = (
	method: string,
	path: string,
	body?: object | Readable,
	timeoutMillis?: number,
) => Promise<unknown>;

/** Own calls, so that the adapter is not tested by itself. 404 is fine: somebody removed it already. */
const createApi =
	(socketPath: string): Api =>
	(method, path, body, timeoutMillis = 60_000) =>
		new Promise((resolve, reject) => {
			const isStream = body !== undefined && 'pipe' in body;
			const headers = {'content-type': isStream ? 'application/x-tar' : 'application/json'};
			const signal = AbortSignal.timeout(timeoutMillis);
			const call = request({socketPath, method, path, headers, signal}, response => {
				const chunks: Buffer[] = [];
				response.on('data', chunk => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () => {
					const text = Buffer.concat(chunks).toString();
					const {statusCode = 0} = response;
					if (statusCode >= 400 && statusCode !== 404)
						reject(new Error(`${method} ${path}: ${text}`));
					else resolve(text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text);
				});
			});
			call.on('error', reject);
			if (isStream) (body as Readable).pipe(call);
			else call.end(body === undefined ? undefined : JSON.stringify(body));
		});

const ensureImage = async (api: Api): Promise<void> => {
	const found = (await api('GET', `/images/${image}/json`)) as {Id?: string};
	if (found.Id) return;
	const root = await mkdtemp(join(tmpdir(), 'dockmon-busybox-'));
	try {
		for (const folder of ['bin', 'tmp', 'etc', 'root', 'proc', 'sys', 'dev'])
			await mkdir(join(root, folder));
		await copyBusybox(join(root, 'bin/busybox'));
		for (const name of (await output(join(root, 'bin/busybox'), ['--list'])).trim().split('\n'))
			if (name !== 'busybox') await symlink('busybox', join(root, 'bin', name));
		const tar = spawn('tar', ['-c', '-C', root, '.'], {stdio: ['ignore', 'pipe', 'inherit']});
		const [repository, tag] = image.split(':');
		await api('POST', `/images/create?fromSrc=-&repo=${repository}&tag=${tag}`, tar.stdout);
	} finally {
		await rm(root, {recursive: true});
	}
};

const copyBusybox = async (target: string): Promise<void> => {
	for (const path of busyboxPaths) {
		if (!(await nodeFiles.exists(path))) continue;
		await copyFile(path, target);
		await chmod(target, 0o755);
		return;
	}
	throw new Error('The fixtures need busybox: install the package busybox-static.');
};

const output = (command: string, argv: readonly string[]): Promise<string> =>
	new Promise((resolve, reject) => {
		const child = spawn(command, argv, {stdio: ['ignore', 'pipe', 'inherit']});
		let text = '';
		child.stdout.on('data', chunk => {
			text += chunk;
		});
		child.on('error', reject);
		child.on('close', () => resolve(text));
	});
