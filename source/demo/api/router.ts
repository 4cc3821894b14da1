import {ApiError} from './api-error.ts';
import type {Engine} from './engine.ts';
import {compareVersions, type Exchange} from './exchange.ts';

export type Handler = (
	engine: Engine,
	exchange: Exchange,
	parameter: (name: string) => string,
) => void | Promise<void>;

export interface Route {
	readonly method: string;
	readonly pattern: RegExp;
	readonly handle: Handler;
}

/** `route('GET', '/containers/:id/json', handler)`; a name with slashes (an image) is `:name*`. */
export const route = (method: string, path: string, handle: Handler): Route => ({
	method,
	pattern: new RegExp(
		`^${path.replaceAll(/:(\w+)(\*?)/g, (_, name: string, star: string) => `(?<${name}>${star ? '.+' : '[^/]+'})`)}$`,
	),
	handle,
});

/** Splits `/v1.47/containers/json` into version and path. */
export const splitVersion = (path: string): {version: string | undefined; path: string} => {
	const match = /^\/v(\d+\.\d+)(\/.*)$/.exec(path);
	return {version: match?.[1], path: match?.[2] ?? path};
};

/** Throws 400 in the engine's words when client and engine cannot talk. */
export const checkVersion = (
	version: string | undefined,
	{least, most}: {least: string; most: string},
) => {
	if (version === undefined) return;
	if (compareVersions(version, most) > 0)
		throw new ApiError(
			400,
			`client version ${version} is too new. Maximum supported API version is ${most}`,
		);
	if (compareVersions(version, least) < 0)
		throw new ApiError(
			400,
			`client version ${version} is too old. Minimum supported API version is ${least}, please upgrade your client to a newer version`,
		);
};

/** Runs the route that fits; every failure becomes an answer. */
export const dispatch = async (
	routes: readonly Route[],
	engine: Engine,
	exchange: Exchange,
): Promise<void> => {
	const method = exchange.method === 'HEAD' ? 'GET' : exchange.method;
	for (const {method: wanted, pattern, handle} of routes) {
		if (wanted !== method) continue;
		const match = pattern.exec(exchange.path);
		if (!match) continue;
		const {groups = {}} = match;
		await handle(engine, exchange, name => decoded(groups[name] ?? ''));
		return;
	}
	throw new ApiError(404, 'page not found');
};

const decoded = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		throw new ApiError(400, `invalid URL escape ${JSON.stringify(text)}`);
	}
};
