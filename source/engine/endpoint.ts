import {EngineError} from '../model/engine-error.ts';
import type {EndpointSource} from '../model/engine-info.ts';
import {readContext, readCurrentContext} from './context.ts';
import type {EndpointFiles} from './endpoint-files.ts';
import {type DirectTransport, parseHost, type Transport} from './host-url.ts';
import {findSocket} from './socket-search.ts';
import {environmentTls} from './tls-material.ts';

/** Where an engine is, and who said so. */
export interface Endpoint {
	/** As the user would write it: `unix:///var/run/docker.sock`, `ssh://ann@web-1`. */
	readonly url: string;
	readonly source: EndpointSource;
	/** Name of the Docker context, where one was used. */
	readonly context?: string;
	readonly transport: Transport;
}

/** One that needs no program of its own on the way to it. */
export interface DirectEndpoint extends Endpoint {
	readonly transport: DirectTransport;
}

export interface SshEndpoint extends Endpoint {
	readonly transport: Extract<Transport, {kind: 'ssh'}>;
}

export interface EndpointInput {
	/** `-H` */
	readonly host?: string;
	/** `-c` */
	readonly context?: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly homeDirectory: string;
	readonly platform: NodeJS.Platform;
	readonly files: EndpointFiles;
}

/**
 * Finds the engine in the order of docker's CLI: `-H` or `-c`, DOCKER_HOST, DOCKER_CONTEXT, the
 * current context of config.json, the default socket; then the sockets of rootless Docker, Docker
 * Desktop and its like, and Podman. What is named but not there is an error, never a reason to try
 * the next. Rejects `invalid` for wrong input.
 */
export const resolveEndpoint = async (input: EndpointInput): Promise<Endpoint> => {
	const {host, context, env} = input;
	if (host !== undefined && context !== undefined)
		throw new EngineError('invalid', 'Both a host (-H) and a context (-c) were given', {
			hint: 'Leave one of them out.',
		});
	if (host !== undefined) return fromHost(host, '--host', input);
	if (context !== undefined) return fromContext(context, '--context', input);
	const envHost = env['DOCKER_HOST'];
	if (envHost) return fromHost(envHost, 'DOCKER_HOST', input);
	const envContext = env['DOCKER_CONTEXT'];
	if (envContext) return fromContext(envContext, 'DOCKER_CONTEXT', input);
	const current = await readCurrentContext(dockerDirectory(input), input.files);
	if (current !== undefined) return fromContext(current, 'current context', input);
	return fromSocketSearch(input);
};

const fromHost = async (
	host: string,
	source: EndpointSource,
	input: EndpointInput,
): Promise<Endpoint> => {
	const tls = await environmentTls(input.env, dockerDirectory(input), input.files);
	return {source, ...parseHost(host, {tls, platform: input.platform})};
};

const fromContext = async (
	name: string,
	source: EndpointSource,
	input: EndpointInput,
): Promise<Endpoint> => {
	if (name === 'default') return {...(await fromSocketSearch(input)), context: name};
	const context = await readContext(dockerDirectory(input), name, input.files);
	const parsed = parseHost(context.host, {tls: context.tls, platform: input.platform});
	return {source, context: name, ...parsed};
};

const fromSocketSearch = async (input: EndpointInput): Promise<Endpoint> => {
	const found = await findSocket(input);
	return {
		url: `${input.platform === 'win32' ? 'npipe' : 'unix'}://${found.path}`,
		source: found.source,
		transport: {kind: 'unix', socketPath: found.path},
	};
};

const dockerDirectory = ({env, homeDirectory}: EndpointInput): string =>
	env['DOCKER_CONFIG'] || `${homeDirectory}/.docker`;
