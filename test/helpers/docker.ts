import {execFile} from 'node:child_process';
import {request} from 'node:http';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {type DirectEndpoint, type Endpoint, resolveEndpoint} from '../../source/engine/endpoint.ts';
import {nodeFiles} from '../../source/engine/node-files.ts';
import {type ContainerRef, localHost} from '../../source/model/ids.ts';
import {until} from './until.ts';

/** The image of every fixture; tests pull nothing. */
const image = 'busybox:local';
/** Makes that image of the busybox that is installed here. */
const imageMaker = join(import.meta.dirname, '../../.ci/images');
/** On everything that a test creates. */
const label = 'dockmon.test';
const answerMillis = 2000;

export interface ContainerOptions {
	readonly name?: string;
	readonly tty?: boolean;
	readonly logDriver?: 'json-file' | 'local' | 'none';
	readonly env?: readonly string[];
	/** Created only. */
	readonly isStarted?: boolean;
	readonly nanoCpus?: number;
	/** `none` unless said; a machine without a bridge cannot start anything with the default one. */
	readonly network?: 'none' | 'host' | 'bridge';
	/** Of an image without a shell: `command` instead of the script. */
	readonly image?: string;
	readonly command?: readonly string[];
	/** None for those that need not come to an end by themselves. */
	readonly stopSeconds?: number;
	/** A shell command that the engine runs once a second. */
	readonly probe?: string;
	readonly labels?: Readonly<Record<string, string>>;
}

export interface RealEngine {
	readonly endpoint: DirectEndpoint;
	/** A container that runs a busybox script and that `cleanup` removes. */
	run(script: string, options?: ContainerOptions): Promise<ContainerRef>;
	get(path: string): Promise<unknown>;
	post(path: string): Promise<unknown>;
	/** Kills it where it runs. */
	remove(ref: ContainerRef): Promise<void>;
	/** Command lines in the container, as the engine's `top` tells. */
	processes(ref: ContainerRef): Promise<readonly string[]>;
	cleanup(): Promise<void>;
}

/**
 * The real engine of this machine, or the reason why there is none that tests can use. With
 * DOCKMON_REQUIRE_ENGINE=1 that is a failure.
 */
export const findRealEngine = async (): Promise<RealEngine | string> => {
	const found = await find();
	if (typeof found === 'string' && process.env['DOCKMON_REQUIRE_ENGINE'] === '1')
		throw new Error(`An engine is required: ${found}`);
	return found;
};

const find = async (): Promise<RealEngine | string> => {
	const endpoint = await resolveEndpoint({
		env: process.env,
		homeDirectory: homedir(),
		platform: process.platform,
		files: nodeFiles,
	});
	return openRealEngine(endpoint);
};

/** The engine at an endpoint, with the image of the fixtures, or why tests cannot use it. */
export const openRealEngine = async (named: Endpoint): Promise<RealEngine | string> => {
	const {transport} = named;
	if (transport.kind !== 'unix') return `${named.url} is no unix socket`;
	const endpoint: DirectEndpoint = {...named, transport};
	const api = createApi(transport.socketPath);
	try {
		await api('GET', '/_ping', undefined, answerMillis);
	} catch (error) {
		return `no engine at ${endpoint.url}: ${error instanceof Error ? error.message : error}`;
	}
	const reason = await makeImage(api, endpoint);
	return reason ?? createRealEngine(endpoint, api);
};

const createRealEngine = (endpoint: DirectEndpoint, api: Api): RealEngine => {
	const created = new Set<string>();
	/** Podman refuses while the container is just ending by itself. */
	const remove = async (id: string): Promise<void> => {
		let reason: unknown;
		const tryOnce = () =>
			api('DELETE', `/containers/${id}?force=1&v=1`).then(
				() => true,
				error => {
					reason = error;
					return false;
				},
			);
		await until(tryOnce, () => `${id} removed: ${reason}`);
	};
	return {
		endpoint,
		get: path => api('GET', path),
		post: path => api('POST', path),
		async remove({id}) {
			created.delete(id);
			await remove(id);
		},
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
			await Promise.all([...created].map(remove));
			created.clear();
		},
	};
};

const createBody = (script: string, options: ContainerOptions) => ({
	Image: options.image ?? image,
	Cmd: options.command ?? ['sh', '-c', script],
	Tty: options.tty ?? false,
	OpenStdin: options.tty ?? false,
	Env: options.env ?? [],
	Labels: {...options.labels, [label]: '1'},
	StopTimeout: options.stopSeconds ?? 0,
	...(options.probe !== undefined && {
		Healthcheck: {Test: ['CMD-SHELL', options.probe], Interval: 1e9, Timeout: 5e9, Retries: 2},
	}),
	HostConfig: {
		NetworkMode: options.network ?? 'none',
		LogConfig: {Type: options.logDriver ?? 'json-file'},
		...(options.nanoCpus !== undefined && {NanoCpus: options.nanoCpus}),
	},
});

type Api = (
	method: string,
	path: string,
	body?: object,
	timeoutMillis?: number,
) => Promise<unknown>;

/** Own calls, so that the adapter is not tested by itself. 404 is fine: somebody removed it already. */
const createApi =
	(socketPath: string): Api =>
	(method, path, body, timeoutMillis = 60_000) =>
		new Promise((resolve, reject) => {
			const headers = {'content-type': 'application/json'};
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
			call.end(body === undefined ? undefined : JSON.stringify(body));
		});

/** Makes the image where it is missing; returns why it cannot be made. */
const makeImage = async (api: Api, {url}: Endpoint): Promise<string | undefined> => {
	const found = (await api('GET', `/images/${image}/json`)) as {Id?: string};
	if (found.Id) return undefined;
	try {
		const env = {...process.env, DOCKER_HOST: url};
		await promisify(execFile)(imageMaker, ['busybox'], {env});
		return undefined;
	} catch (error) {
		const {stderr} = error as {readonly stderr?: string};
		return `no image ${image} at ${url}: ${stderr?.trim() || error}`;
	}
};
