import {lstat, rm} from 'node:fs/promises';
import type {Server} from 'node:http';
import {connect, type ListenOptions} from 'node:net';

/** What went wrong, in words for the user. */
export class ListenError extends Error {
	override readonly name = 'ListenError';
}

/**
 * Starts to listen at `unix:///path` or `tcp://127.0.0.1:port` and returns the endpoint, with the
 * port that was chosen when it was 0. Rejects with `ListenError` when the address is not one of
 * these, or somebody else answers there; a socket file that nobody serves is replaced.
 */
export const listenAt = async (server: Server, address: string): Promise<string> => {
	const target = targetOf(address);
	if ('path' in target) await clearPath(target.path);
	await new Promise<void>((resolve, reject) => {
		server.once('error', cause => {
			reject(new ListenError(`cannot listen at ${address}: ${cause.message}`, {cause}));
		});
		server.listen(target satisfies ListenOptions, resolve);
	});
	if ('path' in target) return address;
	const bound = server.address();
	const port = typeof bound === 'object' && bound ? bound.port : target.port;
	return `tcp://${target.host}:${port}`;
};

const targetOf = (address: string): {path: string} | {host: string; port: number} => {
	const path = /^unix:\/\/(\/.+)$/.exec(address)?.[1];
	if (path !== undefined) return {path};
	const [, host, port] = /^tcp:\/\/(127\.0\.0\.1|localhost|\[::1\]):(\d{1,5})$/.exec(address) ?? [];
	// The demo has no right to be seen from elsewhere: anybody could change its world.
	if (host === undefined || port === undefined)
		throw new ListenError(
			`cannot listen at ${address}: use unix:///path/to.sock or tcp://127.0.0.1:port`,
		);
	return {host: host.replaceAll(/[[\]]/g, ''), port: Number(port)};
};

const clearPath = async (path: string): Promise<void> => {
	const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw new ListenError(`cannot listen at ${path}: ${error.message}`, {cause: error});
	});
	if (!found) return;
	if (!found.isSocket())
		throw new ListenError(`cannot listen at ${path}: a file that is no socket is in the way`);
	if (await isServed(path))
		throw new ListenError(`cannot listen at ${path}: another process serves that socket`);
	await rm(path);
};

const isServed = (path: string): Promise<boolean> =>
	new Promise(resolve => {
		const probe = connect(path);
		probe.once('connect', () => {
			probe.destroy();
			resolve(true);
		});
		probe.once('error', () => resolve(false));
	});
