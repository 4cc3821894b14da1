import {EngineError} from '../model/engine-error.ts';
import {defaultSocket} from './socket-search.ts';
import {parseSshAddress, type SshAddress} from './ssh/ssh-address.ts';
import type {TlsMaterial} from './tls-material.ts';

/** What HTTP can be spoken over. */
export type DirectTransport =
	| {
			readonly kind: 'unix';
			/** On Windows the path of a named pipe. */
			readonly socketPath: string;
			/** It leads to another machine. */
			readonly isForwarded?: boolean;
	  }
	| {
			readonly kind: 'tcp';
			readonly host: string;
			readonly port: number;
			/** Undefined: plain HTTP. */
			readonly tls?: TlsMaterial;
	  };

export type Transport = DirectTransport | {readonly kind: 'ssh'; readonly address: SshAddress};

export interface HostOptions {
	/** Used for `tcp://`; undefined where nothing asks for TLS. */
	readonly tls: TlsMaterial | undefined;
	readonly platform: NodeJS.Platform;
}

const plainPort = 2375;
const tlsPort = 2376;

/** Reads a value of `-H`, DOCKER_HOST or a context: `unix://`, `npipe://`, `tcp://`, `http(s)://`, `ssh://`, `host:port`. */
export const parseHost = (
	text: string,
	{tls, platform}: HostOptions,
): {url: string; transport: Transport} => {
	const match = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/i.exec(text);
	const scheme = match ? (match[1] ?? '').toLowerCase() : text.startsWith('/') ? 'unix' : 'tcp';
	const rest = match ? (match[2] ?? '') : text;
	switch (scheme) {
		case 'unix':
		case 'npipe': {
			const socketPath = rest || defaultSocket(platform);
			if (!socketPath.startsWith('/')) throw badHost(text, 'the path of a socket starts with /');
			return {url: `${scheme}://${socketPath}`, transport: {kind: 'unix', socketPath}};
		}
		case 'tcp':
		case 'http':
		case 'https':
			return parseTcp(text, scheme, rest, tls);
		case 'ssh':
			return parseSsh(rest, platform);
		default:
			throw badHost(text, `the scheme ${scheme}:// is not known`);
	}
};

const parseSsh = (rest: string, platform: NodeJS.Platform) => {
	const {url, address} = parseSshAddress(rest);
	if (platform === 'win32')
		throw new EngineError('unsupported', `ssh:// hosts are not supported on Windows: ${url}`, {
			hint: 'Run dockmon in WSL.',
		});
	return {url, transport: {kind: 'ssh' as const, address}};
};

const parseTcp = (text: string, scheme: string, rest: string, given: TlsMaterial | undefined) => {
	const parsed = URL.parse(`http://${rest}`);
	if (!parsed || parsed.hostname === '') throw badHost(text, 'that is no host and port');
	if (parsed.pathname !== '/' || parsed.username !== '' || parsed.search !== '')
		throw badHost(text, 'only a host and a port are possible');
	// URL drops port 80 because it is the one of http.
	const namedPort = parsed.port || (/:80\/?$/.test(rest) ? '80' : '');
	const wantsTls = scheme === 'https' || namedPort === String(tlsPort);
	const tls = scheme === 'http' ? undefined : (given ?? (wantsTls ? {verify: true} : undefined));
	const port = namedPort ? Number(namedPort) : tls ? tlsPort : plainPort;
	const host = parsed.hostname.replace(/^\[|\]$/g, '');
	const transport: Transport = {kind: 'tcp', host, port, ...(tls && {tls})};
	return {url: `tcp://${parsed.hostname}:${port}`, transport};
};

/** A password must not get into messages. */
const badHost = (text: string, reason: string): EngineError =>
	new EngineError('invalid', `Not the address of an engine: ${masked(text)} (${reason})`, {
		hint: 'Examples: unix:///var/run/docker.sock, tcp://127.0.0.1:2375, ssh://ann@web-1',
	});

const masked = (text: string): string => text.replace(/(?<=\/\/[^/]*):[^/]*@/, ':…@');
